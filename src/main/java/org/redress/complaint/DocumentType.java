package org.redress.complaint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Kinds of file a case may hold; name and first bytes must agree. */
enum DocumentType {
    PDF("application/pdf", head -> ascii(head, 0, 1024).contains("%PDF-"), "pdf"),
    PNG("image/png", head -> starts(head, 0x89, 'P', 'N', 'G'), "png"),
    JPEG("image/jpeg", head -> starts(head, 0xFF, 0xD8, 0xFF), "jpg", "jpeg"),
    WEBP("image/webp", head -> riff(head, "WEBP"), "webp"),
    HEIC("image/heic", head -> brand(head).matches("hei[cfsx]|hev[cx]|mif1|msf1"), "heic"),
    TEXT("text/plain", DocumentType::text, "txt"),
    CSV("text/csv", DocumentType::text, "csv"),
    MAIL("message/rfc822", DocumentType::text, "eml"),
    OLD_WORD("application/msword", DocumentType::compound, "doc"),
    OLD_SHEET("application/vnd.ms-excel", DocumentType::compound, "xls"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocumentType::zip, "docx"),
    SHEET("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", DocumentType::zip, "xlsx"),
    MP3("audio/mpeg", head -> starts(head, 'I', 'D', '3') || head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0, "mp3"),
    WAV("audio/wav", head -> riff(head, "WAVE"), "wav"),
    M4A("audio/mp4", head -> !brand(head).isEmpty(), "m4a"),
    MP4("video/mp4", head -> !brand(head).isEmpty(), "mp4");

    private final String mediaType;
    private final Predicate<byte[]> content;
    private final String[] endings;

    DocumentType(String mediaType, Predicate<byte[]> content, String... endings) {
        this.mediaType = mediaType;
        this.content = content;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /** The type that name and content agree on; empty for any other file. */
    static Optional<DocumentType> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> Arrays.asList(type.endings).contains(ending))
                .filter(type -> type.content.test(content)).findFirst();
    }

    /** ".pdf,.png,…", for the file chooser and for the sentence that refuses. */
    static String endings() {
        return Arrays.stream(values()).flatMap(type -> Arrays.stream(type.endings)).map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean riff(byte[] head, String kind) {
        return starts(head, 'R', 'I', 'F', 'F') && ascii(head, 8, 12).equals(kind);
    }

    /** Brand of an ISO media file, empty for others. */
    private static String brand(byte[] head) {
        return ascii(head, 4, 8).equals("ftyp") ? ascii(head, 8, 12) : "";
    }

    private static boolean zip(byte[] head) {
        return starts(head, 'P', 'K', 3, 4);
    }

    private static boolean compound(byte[] head) {
        return starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    }

    private static boolean text(byte[] content) {
        for (byte each : content) {
            if (each == 0) {
                return false;
            }
        }
        return !starts(content, 'M', 'Z') && !starts(content, 0x7F, 'E', 'L', 'F');
    }

    private static String ascii(byte[] head, int from, int to) {
        return from >= head.length ? "" : new String(head, from, Math.min(to, head.length) - from, StandardCharsets.ISO_8859_1);
    }
}
