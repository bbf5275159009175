package org.redress.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.studio.ModelKind;
import org.redress.studio.RunningModels.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Versions and how much runs on them, in one statement a page: the engine's own queries would ask once a definition. Pages of the studio only; no list of
 * work is read like this.
 */
@Component
class DefinitionRows {

    private static final String VERSIONS = """
            with running as (select proc_def_id_ as id, count(*) as instances from public.act_ru_execution where parent_id_ is null group by proc_def_id_),
            version as (
                select 'PROCESS' as kind, d.id_ as id, d.key_ as key, d.version_ as version, d.version_tag_ as tag, d.deployment_id_ as deployment,
                       p.deploy_time_ as at, coalesce(r.instances, 0) as instances,
                       d.version_ = max(d.version_) over (partition by d.key_) as newest
                  from public.act_re_procdef d join public.act_re_deployment p on p.id_ = d.deployment_id_ left join running r on r.id = d.id_
                union all
                select 'DECISION', d.id_, d.key_, d.version_, d.version_tag_, d.deployment_id_, p.deploy_time_, 0,
                       d.version_ = max(d.version_) over (partition by d.key_)
                  from public.act_re_decision_def d join public.act_re_deployment p on p.id_ = d.deployment_id_)
            select * from version where %s order by kind desc, key, version desc""";

    private final JdbcClient jdbc;
    private final ModelLibrary models;
    private final RepositoryService repository;
    /** Of decisions; never changes for a definition. */
    private final Map<String, Bilingual> names = new ConcurrentHashMap<>();

    DefinitionRows(JdbcClient jdbc, ModelLibrary models, RepositoryService repository) {
        this.jdbc = jdbc;
        this.models = models;
        this.repository = repository;
    }

    /** The newest of each, and the older ones that something still runs on. */
    List<Version> inUse() {
        return jdbc.sql(VERSIONS.formatted("newest or instances > 0")).query(this::version).list();
    }

    List<Version> versions(ModelKind kind, String key) {
        return jdbc.sql(VERSIONS.formatted("kind = ? and key = ?")).params(kind.name(), key).query(this::version).list();
    }

    /** Instances by the element at which they stand; one that stands at several counts at each. */
    Map<String, Long> standing(String process, @Nullable Integer version) {
        Map<String, Long> standing = new HashMap<>();
        jdbc.sql("""
                select e.act_id_, count(distinct e.proc_inst_id_) from public.act_ru_execution e join public.act_re_procdef d on d.id_ = e.proc_def_id_
                 where d.key_ = :process and (cast(:version as integer) is null or d.version_ = :version)
                   and e.is_active_ and not e.is_event_scope_ and e.act_id_ is not null
                 group by e.act_id_""")
                .param("process", process).param("version", version)
                .query((ResultSet row) -> {
                    standing.put(row.getString(1), row.getLong(2));
                });
        return standing;
    }

    private Version version(ResultSet row, int index) throws SQLException {
        ModelKind kind = ModelKind.valueOf(row.getString("kind"));
        String id = row.getString("id");
        String key = row.getString("key");
        Bilingual name = kind == ModelKind.PROCESS ? models.text(id, key).name() : names.computeIfAbsent(id, any -> nameOfDecision(any, key));
        return new Version(kind, key, name, row.getInt("version"), row.getString("tag"), row.getString("deployment"), row.getTimestamp("at").toInstant(),
                row.getLong("instances"));
    }

    private Bilingual nameOfDecision(String id, String key) {
        if (!(repository.getDmnModelInstance(id).getModelElementById(key) instanceof Decision decision)) {
            return new Bilingual(key, key);
        }
        Map<String, String> own = new HashMap<>();
        if (decision.getExtensionElements() != null) {
            read(decision.getExtensionElements().getDomElement(), own);
        }
        String plain = decision.getName() == null ? key : decision.getName();
        return new Bilingual(own.getOrDefault("name.en", plain), own.getOrDefault("name.zh-CN", plain));
    }

    private static void read(DomElement parent, Map<String, String> into) {
        for (DomElement child : parent.getChildElements()) {
            if (child.getLocalName().equals("property")) {
                into.put(child.getAttribute("name"), child.getAttribute("value"));
            }
            read(child, into);
        }
    }
}
