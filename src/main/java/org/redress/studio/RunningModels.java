package org.redress.studio;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/** Port: what runs in the engine. A deployment is one whole release. */
public interface RunningModels {

    /** The models in force: those that a case which starts now gets. */
    ModelSet inForce();

    /** The models that came with this version of the product. */
    ModelSet shipped();

    /**
     * Puts the set into force as one deployment, in the running transaction, which must end when it is refused.
     *
     * @param name under which the engine keeps it
     * @return id of the deployment
     * @throws ModelsRefused with what gate or engine say
     */
    String deploy(String name, ModelSet set);

    /** Forgets what this node knows of "the newest": another node has released. */
    void refresh();

    /** Of every process and decision the newest version, and the older ones that something still runs on. */
    List<Version> inUse();

    /** Versions of a process or decision, the newest first; none for a form, which is found by the release it came with. */
    List<Version> versions(ModelKind kind, String id);

    /** @return null when there is no such version */
    byte @Nullable [] source(ModelKind kind, String id, int version);

    /** How many running cases, calls or briefings stand at each element of a process, over all versions or of one definition. Of one version when given. */
    Map<String, Long> standing(String process, @Nullable Integer version);

    /**
     * One version of a process or decision.
     *
     * @param tag     version tag of the model, null without
     * @param running instances that have begun with it and go on; 0 for decisions
     */
    record Version(ModelKind kind, String id, Bilingual name, int version, @Nullable String tag, String deployment, Instant releasedAt, long running) {
    }
}
