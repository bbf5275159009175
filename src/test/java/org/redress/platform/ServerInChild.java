package org.redress.platform;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the embedded server in a process of its own, to be killed. */
final class ServerInChild {

    static final String READY = "ready";

    private ServerInChild() {
    }

    /** @param arguments the data folder, the folder of the programs */
    public static void main(String[] arguments) throws IOException {
        PostgresServer.start(DataFolder.open(Path.of(arguments[0])), Path.of(arguments[1]), PostgresSettings.DURABLE);
        System.out.println(READY);
        System.in.read();
    }

    static Process start(Path folder) throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ServerInChild.class.getName(), folder.toString(), TestPlatform.programs().toString())
                .redirectErrorStream(true).start();
        var said = process.inputReader();
        for (var line = said.readLine(); !READY.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The child ended early");
            }
        }
        return process;
    }
}
