package org.redress.shared.importer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.redress.shared.Problem;

/** Bytes to characters, strictly: a byte that does not belong is named by line and place instead of becoming a question mark. */
public final class CsvText {

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GB18030_MARK = {(byte) 0x84, 0x31, (byte) 0x95, 0x33};

    private CsvText() {
    }

    /** A byte order mark tells the encoding whatever the mapping says. @throws Problem 422 */
    public static String decode(byte[] bytes, Charset declared) {
        if (startsWith(bytes, UTF8_MARK)) {
            return strict(bytes, UTF8_MARK.length, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, GB18030_MARK)) {
            return strict(bytes, GB18030_MARK.length, Charset.forName("GB18030"));
        }
        return strict(bytes, 0, declared);
    }

    private static String strict(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil((double) in.remaining() * decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw broken(bytes, in.position(), charset);
        }
        return out.flip().toString();
    }

    private static Problem broken(byte[] bytes, int at, Charset charset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        String hex = at < bytes.length ? String.format("%02X", bytes[at]) : "-";
        return Problem.invalid("file", "imports.file.encoding", charset.name(), String.valueOf(line), String.valueOf(at - lineStart + 1), hex);
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && ByteBuffer.wrap(bytes, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }
}
