package org.redress.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String username) {
        return jdbc.sql("select * from account where username = ?").param(username).query(AccountStore::account).optional();
    }

    List<Account> find(Collection<String> usernames) {
        return jdbc.sql("select * from account where username = any(?)").param(usernames.toArray(String[]::new))
                .query(AccountStore::account).list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)").query(Boolean.class).single();
    }

    void add(Collection<String> usernames, String hash) {
        jdbc.sql("insert into account (username, password_hash) select unnest(?), ?")
                .param(usernames.toArray(String[]::new)).param(hash).update();
    }

    void setPassword(String username, String hash) {
        jdbc.sql("""
                update account set password_hash = ?, failed_attempts = 0, locked_until = null, version = version + 1
                 where username = ?""").param(hash).param(username).update();
    }

    /** @return false when somebody else changed the account meanwhile */
    boolean setEnabled(String username, boolean enabled, int version) {
        return jdbc.sql("""
                update account set enabled = ?, failed_attempts = 0, locked_until = null, version = version + 1
                 where username = ? and version = ?""").param(enabled).param(username).param(version).update() == 1;
    }

    void setLanguage(String username, String tag) {
        jdbc.sql("update account set language = ? where username = ? and language is distinct from ?")
                .param(tag).param(username).param(tag).update();
    }

    /** Counts a wrong password; the last one that is allowed locks the account. Answers whether it did. */
    boolean failed(String username, int allowed, Instant lockUntil) {
        return jdbc.sql("""
                update account set
                       locked_until    = case when failed_attempts + 1 >= :allowed then :until else locked_until end,
                       failed_attempts = case when failed_attempts + 1 >= :allowed then 0 else failed_attempts + 1 end
                 where username = :username
                returning failed_attempts = 0""")
                .param("allowed", allowed).param("until", Timestamp.from(lockUntil)).param("username", username)
                .query(Boolean.class).single();
    }

    void succeeded(String username) {
        jdbc.sql("update account set failed_attempts = 0, locked_until = null where username = ? and failed_attempts > 0")
                .param(username).update();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(row.getString("username"), row.getString("password_hash"), row.getBoolean("enabled"),
                instant(row.getTimestamp("locked_until")), row.getString("language"), row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
