package org.redress.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;

/** A request whose body was read to compare it, and is still there for the controller. Uploads are left to the container, which keeps them. */
final class RereadableRequest extends HttpServletRequestWrapper {

    static final int LARGEST_MB = 32;

    private static final int LARGEST = LARGEST_MB * 1024 * 1024;

    private final byte @Nullable [] body;
    private final String hash;

    /** @throws Problem 413 for a body larger than {@link #LARGEST_MB}, which is not read to its end */
    RereadableRequest(HttpServletRequest request) throws IOException, ServletException {
        super(request);
        var digest = sha256();
        digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            this.body = null;
            for (var part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                try (var content = part.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
        } else {
            this.body = read(request);
            digest.update(body);
        }
        this.hash = HexFormat.of().formatHex(digest.digest());
    }

    /** Over method, address and body: 64 hexadecimal digits. */
    String hash() {
        return hash;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Body(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (body == null) {
            return super.getReader();
        }
        var encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(getInputStream(),
                encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }

    private static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= LARGEST) {
            var bytes = request.getInputStream().readNBytes(LARGEST + 1); // the length may not be said, or not be true
            if (bytes.length <= LARGEST) {
                return bytes;
            }
        }
        throw Problem.tooLarge("access.problem.bodyTooLarge", LARGEST_MB);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is here already");
        }
    }
}
