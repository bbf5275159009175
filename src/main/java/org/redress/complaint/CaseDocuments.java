package org.redress.complaint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents of a case (附件), kept in the database. Only files whose name and content agree on an allowed type. */
@Service
@Transactional
public class CaseDocuments {

    private static final int LARGEST_MEGABYTES = 10;
    private static final int LARGEST = LARGEST_MEGABYTES << 20;
    private static final int LONGEST_NAME = 255;

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final CaseActs acts;

    CaseDocuments(JdbcClient jdbc, CaseAccess access, CaseActs acts) {
        this.jdbc = jdbc;
        this.access = access;
        this.acts = acts;
    }

    /** @param size bytes */
    public record Document(long id, String name, String mediaType, int size, String sha256, Instant addedAt, String addedBy) {
    }

    public record Content(Document document, byte[] bytes) {
    }

    /** Allowed endings, ".pdf,.png,…". */
    public static String endings() {
        return DocumentType.endings();
    }

    /**
     * @throws Problem 413 above 10 MB, 422 for an empty file or one that is not what its name says, 409 when the case has it already
     */
    public void add(String number, String name, byte[] content) {
        put(access.require(number), name, content, EventKind.DOCUMENT_ADDED);
    }

    /** What the customer sent: shown to the customer as well. */
    void addFromCustomer(long id, String name, byte[] content) {
        put(id, name, content, EventKind.CUSTOMER_FILE);
    }

    private void put(long id, String name, byte[] content, EventKind said) {
        String plain = plain(name);
        if (content.length > LARGEST) {
            throw Problem.tooLarge("complaint.problem.documentTooLarge", LARGEST_MEGABYTES);
        }
        if (content.length == 0) {
            throw Problem.invalid("file", "complaint.problem.documentEmpty");
        }
        DocumentType type = DocumentType.of(plain, content)
                .orElseThrow(() -> Problem.invalid("file", "complaint.problem.documentType", plain, DocumentType.endings()));
        String sha256 = sha256(content);
        acts.perform("UPLOAD", acts.get(id), (complaint, by, now) -> {
            int rows = jdbc.sql("""
                    insert into case_document (complaint_id, name, media_type, size, sha256, content, added_at, added_by)
                    select :id, :name, :type, :size, :sha256, :content, :now, :by
                    where not exists (select from case_document where complaint_id = :id and sha256 = :sha256)""")
                    .param("id", id).param("name", plain).param("type", type.mediaType()).param("size", content.length)
                    .param("sha256", sha256).param("content", content).param("now", Db.at(now)).param("by", by).update();
            if (rows == 0) {
                throw Problem.conflict("complaint.problem.documentTwice", plain, complaint.number());
            }
            complaint.record().say(said, plain);
        });
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Document> list(String number) {
        return jdbc.sql("""
                select id, name, media_type, size, sha256, added_at, added_by from case_document where complaint_id = :id order by id desc""")
                .param("id", access.require(number)).query((row, index) -> document(row)).list();
    }

    /** @throws Problem 404 when the case has no such document */
    @Transactional(readOnly = true)
    public Content content(String number, long id) {
        return jdbc.sql("select * from case_document where complaint_id = :case and id = :id")
                .param("case", access.require(number)).param("id", id)
                .query((row, index) -> new Content(document(row), row.getBytes("content"))).optional()
                .orElseThrow(() -> Problem.notFound("complaint.problem.noDocument", number));
    }

    private static Document document(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Document(row.getLong("id"), row.getString("name"), row.getString("media_type"), row.getInt("size"),
                row.getString("sha256"), Db.moment(row, "added_at"), row.getString("added_by"));
    }

    /** Without folders and control characters, as some browsers and attackers send them. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
