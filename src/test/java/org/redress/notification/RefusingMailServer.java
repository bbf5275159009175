package org.redress.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Speaks enough SMTP to refuse or to keep a caller waiting: what it answers to a command is told by the test, everything else is fine with it. */
final class RefusingMailServer implements AutoCloseable {

    /** In the place of an answer: none ever comes. */
    static final String SILENCE = "";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch silent = new CountDownLatch(1);

    /** @param answers by the beginning of the command, {@code ""} for the greeting */
    RefusingMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Keys of the mails whose text came in whole. */
    List<String> keys() {
        return keys;
    }

    /** Until a caller has been given no answer. */
    boolean awaitSilence(long seconds) throws InterruptedException {
        return silent.await(seconds, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException e) {
                continue; // the caller went, or the test ends
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        say(caller, answers.getOrDefault("", "220 mail.example"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var command = line;
            var answer = answers.entrySet().stream().filter(each -> !each.getKey().isEmpty() && command.toUpperCase().startsWith(each.getKey()))
                    .map(Map.Entry::getValue).findFirst();
            say(caller, answer.orElse(command.toUpperCase().startsWith("DATA") ? "354 go on" : command.toUpperCase().startsWith("QUIT") ? "221 bye" : "250 ok"));
            if (answer.isEmpty() && command.toUpperCase().startsWith("DATA")) {
                String key = null;
                for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    key = text.startsWith(MailTransport.KEY + ": ") ? text.substring(MailTransport.KEY.length() + 2) : key;
                }
                keys.add(key);
                say(caller, answers.getOrDefault(".", "250 taken"));
            }
        }
    }

    private void say(Socket caller, String line) throws IOException {
        if (line.equals(SILENCE)) {
            silent.countDown();
            return;
        }
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
