package org.redress.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree is small and changes seldom: kept in memory for a minute, and read again when somebody asks for what is not there, since another
 * node may have imported it.
 */
@Service
class JdbcCategories implements Categories {

    private static final String IMPORTED = "imported";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Map<String, Category> tree = Map.of();
    private volatile Instant readAt = Instant.MIN;

    JdbcCategories(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(String code, @Nullable String parent, CategoryClass categoryClass, Bilingual name, String initials) {
    }

    @Override
    public List<Category> leaves() {
        return known().values().stream().filter(Category::leaf).toList();
    }

    private Map<String, Category> known() {
        Instant now = clock.instant();
        boolean fresh = !tree.isEmpty() && !now.isBefore(readAt) && now.isBefore(readAt.plus(FRESH));
        return fresh ? tree : read();
    }

    @Override
    public Optional<Category> find(String code) {
        Category known = tree.get(code);
        return Optional.ofNullable(known == null ? read().get(code) : known);
    }

    @Override
    @Transactional
    public Category ensure(String code, CategoryClass categoryClass, Bilingual name) {
        Category known = tree.get(code);
        if (known != null) {
            return known;
        }
        String branch = IMPORTED + "." + categoryClass.name().toLowerCase(java.util.Locale.ROOT);
        jdbc.sql("""
                with branch as (insert into category (code, parent, class, name_en, name_zh)
                    select :branch, :imported, :class, c.name_en, c.name_zh from category c
                    where c.parent = 'gas' and c.class = :class
                    on conflict (code) do nothing)
                insert into category (code, parent, class, name_en, name_zh) values (:code, :branch, :class, :en, :zh)
                on conflict (code) do nothing""")
                .param("branch", branch).param("imported", IMPORTED).param("class", categoryClass.name())
                .param("code", code).param("en", name.en()).param("zh", name.zh()).update();
        return Optional.ofNullable(read().get(code)).orElseThrow(() -> new IllegalStateException("category " + code + " is switched off"));
    }

    /** The next question reads the tree again. */
    void forget() {
        tree = Map.of();
    }

    private Map<String, Category> read() {
        List<Row> rows = jdbc.sql("select code, parent, class, name_en, name_zh, initials from category where active order by code")
                .query((row, index) -> new Row(row.getString("code"), row.getString("parent"),
                        CategoryClass.valueOf(row.getString("class")), new Bilingual(row.getString("name_en"), row.getString("name_zh")),
                        row.getString("initials")))
                .list();
        Map<String, Row> byCode = new LinkedHashMap<>();
        Set<String> parents = new HashSet<>();
        for (Row row : rows) {
            byCode.put(row.code(), row);
            if (row.parent() != null) {
                parents.add(row.parent());
            }
        }
        List<Category> categories = new ArrayList<>();
        for (Row row : rows) {
            boolean leaf = row.parent() != null && !parents.contains(row.code());
            categories.add(new Category(row.code(), row.parent(), row.categoryClass(), row.name(), path(row, byCode), row.initials(), leaf));
        }
        categories.sort(Comparator.comparing(Category::code));
        Map<String, Category> fresh = new LinkedHashMap<>();
        categories.forEach(category -> fresh.put(category.code(), category));
        tree = fresh;
        readAt = clock.instant();
        return fresh;
    }

    private static Bilingual path(Row row, Map<String, Row> byCode) {
        Bilingual path = row.name();
        for (Row up = up(row, byCode); up != null; up = up(up, byCode)) {
            path = new Bilingual(up.name().en() + " › " + path.en(), up.name().zh() + " › " + path.zh());
        }
        return path;
    }

    private static @Nullable Row up(Row row, Map<String, Row> byCode) {
        return row.parent() == null ? null : byCode.get(row.parent());
    }
}
