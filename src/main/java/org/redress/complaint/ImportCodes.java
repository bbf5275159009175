package org.redress.complaint;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/** Codes for what another system only has names for. The same name gives the same code for ever. */
final class ImportCodes {

    private ImportCodes() {
    }

    /** Lower-case letters, digits and hyphens; a name that is too long or has other letters ends in a check sum, so that two never meet. */
    static String of(String name, int longest) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        boolean foreign = plain.codePoints().anyMatch(letter -> letter > 127);
        if (!foreign && !slug.isEmpty() && slug.length() <= longest) {
            return slug;
        }
        CRC32 sum = new CRC32();
        sum.update(name.strip().getBytes(StandardCharsets.UTF_8));
        String tail = String.format("%08x", sum.getValue());
        String head = slug.substring(0, Math.min(slug.length(), longest - tail.length() - 1));
        return head.isEmpty() ? tail : head + "-" + tail;
    }
}
