package org.redress.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contents of models, each once, by their SHA-256. */
@Component
public class ModelContents {

    private final JdbcClient jdbc;

    ModelContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return SHA-256 in hexadecimal */
    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** What an approval approves: SHA-256 over names and contents of all files. */
    public static String fingerprint(ModelSet set) {
        MessageDigest all = digest();
        set.files().forEach((file, content) -> all.update((file + "\n" + sha256(content) + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }

    /** Keeps the content, unless it is there already. @return its SHA-256 */
    @Transactional
    public String store(byte[] content) {
        String sha256 = sha256(content);
        jdbc.sql("insert into model_content (sha256, content) values (?, ?) on conflict do nothing").params(sha256, content).update();
        return sha256;
    }

    /** @throws Problem 404 */
    public byte[] find(String sha256) {
        return jdbc.sql("select content from model_content where sha256 = ?").param(sha256).query(byte[].class).optional()
                .orElseThrow(() -> Problem.notFound("studio.problem.noContent"));
    }

    /** Those of them that are there. */
    public Map<String, byte[]> find(Collection<String> sha256) {
        Set<String> wanted = Set.copyOf(sha256);
        return wanted.isEmpty() ? Map.of() : jdbc.sql("select sha256, content from model_content where sha256 in (:wanted)").param("wanted", wanted)
                .query((row, number) -> Map.entry(row.getString(1), row.getBytes(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Drops what autosaves left behind. The lock makes it wait for whoever is about to refer to a content, and sees their reference then.
     *
     * @return how many
     */
    @Scheduled(initialDelayString = "PT25M", fixedDelayString = "PT1H")
    @Transactional
    public int tidy() {
        jdbc.sql("lock table model_content in share row exclusive mode").update();
        return jdbc.sql("""
                delete from model_content c
                where not exists (select from model_draft where base = c.sha256 or content = c.sha256)
                  and not exists (select from model_draft_version where content = c.sha256)
                  and not exists (select from model_release_file where content = c.sha256)""").update();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
