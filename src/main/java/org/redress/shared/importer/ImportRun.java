package org.redress.shared.importer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;

/**
 * One file that somebody sent (导入批次).
 *
 * @param total      rows of the file, 0 before the run
 * @param done       rows that are through, in file order: where a run goes on after a crash
 * @param problem    why the run failed, null otherwise
 * @param finishedAt null before the end
 */
public record ImportRun(long id, String mapping, String fileName, State state, int total, int done, int accepted, int duplicates, int rejected,
        @Nullable FieldProblem problem, String uploadedBy, Instant uploadedAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    public enum State {
        /** 待确认 */ PREVIEW,
        /** 导入中 */ RUNNING,
        /** 已完成 */ DONE,
        /** 失败 */ FAILED
    }

    /** 0 to 100. */
    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }

    /** Null before the end. */
    public @Nullable Long seconds() {
        return startedAt == null || finishedAt == null ? null : java.time.Duration.between(startedAt, finishedAt).toSeconds();
    }
}
