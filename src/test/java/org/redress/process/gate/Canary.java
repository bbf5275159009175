package org.redress.process.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;

/** What hostile files try to wake: a class, a file, an address. Whoever touches one of them is heard. */
public class Canary extends DefaultTaskFormHandler implements JavaDelegate, ExecutionListener, TaskListener {

    private static final AtomicInteger SONGS = new AtomicInteger();
    private static final ServerSocketChannel ADDRESS = listening();
    private static final Path TOUCHED = Path.of("target", "canary-touched");

    public Canary() {
        SONGS.incrementAndGet();
    }

    /** For expressions that reach a class. */
    public static String sing() {
        SONGS.incrementAndGet();
        return "sung";
    }

    static String url() {
        try {
            return "http://127.0.0.1:" + ((InetSocketAddress) ADDRESS.getLocalAddress()).getPort() + "/canary";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that a shell would make. */
    static String file() {
        return TOUCHED.toAbsolutePath().toString();
    }

    /** @return whether nothing was made, called, fetched or written */
    public static boolean isSilent() {
        try (SocketChannel caller = ADDRESS.accept()) {
            return caller == null && SONGS.get() == 0 && !Files.exists(TOUCHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocketChannel listening() {
        try {
            var channel = ServerSocketChannel.open();
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateTask task) {
        sing();
    }
}
