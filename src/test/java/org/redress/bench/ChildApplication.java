package org.redress.bench;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.redress.RedressApplication;

/** The application as a user starts it, in a process of its own without the tests' classes. */
final class ChildApplication implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Process process;
    private final Path data;
    private final long began;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest health;

    private ChildApplication(Process process, Path data, int port, long began) {
        this.process = process;
        this.data = data;
        this.began = began;
        this.health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build();
    }

    static ChildApplication start(Path data) throws IOException {
        int port = freePort();
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
        Path log = Files.createDirectories(Report.FOLDER).resolve("start.log");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes,
                RedressApplication.class.getName(), "--server.port=" + port, "--redress.data-dir=" + data)
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new ChildApplication(process, data, port, began);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    double secondsToReady() {
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).atMost(LONGEST).until(this::isUp);
        return (System.nanoTime() - began) / 1e9;
    }

    boolean isUp() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The application ended early, see start.log in " + Report.FOLDER);
        }
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    Memory process() {
        return new Memory(process.toHandle(), false);
    }

    /** Not a child of the application: {@code pg_ctl} lets it go. */
    Memory postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).get(0).strip());
        return new Memory(ProcessHandle.of(pid).orElseThrow(), true);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
