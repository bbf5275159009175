package org.redress.studio;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A migration (迁移): running cases of one version of a process go on with another.
 *
 * @param change    the change it came from, null when none
 * @param reverseOf the migration that it takes back, null when none
 * @param chosen    step to step where a designer chose
 */
public record Migration(long id, @Nullable Long change, @Nullable Long reverseOf, String process, int from, int to, Map<String, String> chosen,
        MigrationFilter filter, MigrationState state, String createdBy, Instant createdAt, @Nullable String startedBy, @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public CaseMigrations.Route route() {
        return new CaseMigrations.Route(process, from, to, chosen);
    }
}
