package org.redress.studio.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.redress.studio.ModelSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Models as they lie in a repository: unpacked there, a difference shows what the company changed and nothing else. */
final class ModelZip {

    /** The oldest moment that a ZIP knows: the same files are always the same bytes. */
    private static final long NO_TIME = 315_532_800_000L;

    private ModelZip() {
    }

    static ResponseEntity<byte[]> answer(String name, ModelSet set) {
        String disposition = ContentDisposition.attachment().filename(name + ".zip", StandardCharsets.UTF_8).build().toString();
        return ResponseEntity.ok().contentType(new MediaType("application", "zip")).header(HttpHeaders.CONTENT_DISPOSITION, disposition).body(pack(set));
    }

    private static byte[] pack(ModelSet set) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : set.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
