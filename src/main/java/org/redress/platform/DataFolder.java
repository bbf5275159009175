package org.redress.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the embedded database, held by exactly one running Redress. The lock is the operating system's: it goes with
 * the process, however that ended, so there is no stale lock to clear away.
 */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws StartProblem when the folder cannot be written or belongs to another running Redress */
    static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            keepPrivate(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartProblem("The data folder " + root + " is in use by another running Redress.",
                        "Stop that one, or give this one a folder of its own: --redress.data-dir=FOLDER --server.port=PORT.");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new StartProblem("The data folder " + root + " cannot be written: " + reason(e) + ".",
                    "Make it writable for this account, or choose another with --redress.data-dir=FOLDER.", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The database's password lies in here. */
    private static void keepPrivate(Path root) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("Could not give back the data folder " + root, e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
