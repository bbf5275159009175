package org.redress.studio;

import org.springframework.boot.test.context.TestComponent;

/** Lets the runner of migrations work in the thread of a test, where nothing runs in the background. */
@TestComponent
public class MigrationWork {

    private final MigrationRunner runner;

    MigrationWork(MigrationRunner runner) {
        this.runner = runner;
    }

    public void run(long id) {
        runner.work(id);
    }
}
