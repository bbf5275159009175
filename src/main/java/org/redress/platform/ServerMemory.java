package org.redress.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** What the embedded server keeps between starts beside its data: its password, and its port while nobody else took it. */
final class ServerMemory {

    private final Path passwordFile;
    private final Path portFile;
    private final String password;

    private ServerMemory(Path passwordFile, Path portFile, String password) {
        this.passwordFile = passwordFile;
        this.portFile = portFile;
        this.password = password;
    }

    static ServerMemory in(DataFolder folder) throws IOException {
        var file = folder.resolve("postgres.password");
        if (!Files.exists(file) || Files.size(file) == 0) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return new ServerMemory(file, folder.resolve("postgres.port"), Files.readString(file).strip());
    }

    String password() {
        return password;
    }

    Path passwordFile() {
        return passwordFile;
    }

    int freePort() throws IOException {
        int port = isFree(lastPort()) ? lastPort() : anyFreePort();
        Files.writeString(portFile, Integer.toString(port));
        return port;
    }

    private int lastPort() throws IOException {
        try {
            return Files.exists(portFile) ? Integer.parseInt(Files.readString(portFile).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isFree(int port) {
        if (port < 1024 || port > 65535) {
            return false;
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
