package org.redress.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void belongsToOneRedressAtATimeAndIsGivenBack() {
        var folder = parent.resolve("data");
        try (var held = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder)).isInstanceOf(StartProblem.class)
                    .hasMessage("The data folder " + folder + " is in use by another running Redress.");
            assertThat(held.resolve("lock")).exists();
        }
        DataFolder.open(folder).close();
    }

    @Test
    void belongsToTheRedressInAnotherProcess() throws Exception {
        var child = ServerInChild.start(parent);
        try {
            assertThatThrownBy(() -> DataFolder.open(parent)).isInstanceOf(StartProblem.class).hasMessageContaining("in use");
        } finally {
            child.destroyForcibly().waitFor();
        }
        PostgresServer.start(DataFolder.open(parent), TestPlatform.programs(), PostgresSettings.DURABLE).close();
    }

    @Test
    void isPrivateToItsAccount() throws Exception {
        try (var folder = DataFolder.open(parent.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("data")))).isEqualTo("rwx------");
            assertThat(folder).hasToString(parent.resolve("data").toString());
        }
    }

    @Test
    void saysWhenItCannotBeWritten() throws Exception {
        var file = Files.writeString(parent.resolve("file"), "not a folder");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"))).isInstanceOf(StartProblem.class)
                .hasMessageContaining("cannot be written")
                .satisfies(problem -> {
                    FailureAnalysis said = new StartProblemAnalyzer().analyze(problem);
                    assertThat(said.getDescription()).contains(file.toString());
                    assertThat(said.getAction()).contains("--redress.data-dir");
                });
    }
}
