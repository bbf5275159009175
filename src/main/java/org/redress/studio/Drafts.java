package org.redress.studio;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Files of changes (草稿). One designer edits a file at a time: who saves or opens it holds it for a while, another reads and may take it over
 * (接管编辑). What the first still sends then is not taken, and not lost either.
 */
public interface Drafts {

    /** So long a draft stays with whoever gave the last sign. */
    Duration LEASE = Duration.ofMinutes(2);
    /** Autosaves of one author within this time are one version. */
    Duration ONE_VERSION = Duration.ofMinutes(10);
    int MOST_FILES = 60;
    int MOST_BYTES = 2 << 20;

    /** By file name. */
    List<Draft> of(long change);

    /** @throws org.redress.shared.Problem 404 */
    Draft find(long change, String file);

    /**
     * Takes a file into the change.
     *
     * @param content null to begin with what is in force
     * @throws org.redress.shared.Problem 409 when the change is not open or has the file already, 422 for a name or content that is no model's
     */
    Draft add(long change, String file, byte @Nullable [] content);

    /**
     * Saves the draft, laid out as the files in the repository are. The same content again changes nothing.
     *
     * @param seen revision that the designer edited
     * @param keep true makes a version of its own, false lets the next autosave replace it
     * @throws org.redress.shared.Problem 404, 413, 422 for what cannot be read as a model
     */
    Saved save(long change, String file, byte[] content, int seen, boolean keep);

    /** The draft as it was. @throws org.redress.shared.Problem 404, 409 */
    Draft restore(long change, String file, long version);

    /** The change takes the file out of the set. @throws org.redress.shared.Problem 404, 409 */
    Draft takeOut(long change, String file);

    /** The change does not touch the file any more; its versions go as well. @throws org.redress.shared.Problem 404, 409 */
    void leave(long change, String file);

    /** What was released meanwhile has been looked at: the draft counts as made on it. @throws org.redress.shared.Problem 404, 409 */
    Draft rebased(long change, String file);

    /** The newest first. */
    List<DraftVersion> versions(long change, String file);

    /** @throws org.redress.shared.Problem 404 */
    DraftVersion version(long change, String file, long id);

    /** Says that the designer has it open. Does not take it from anybody. @return who holds it now */
    Draft hold(long change, String file);

    /** 接管编辑 */
    Draft takeOver(long change, String file);

    /** The designer has left. Nothing happens when somebody else holds it. */
    void release(long change, String file);

    /**
     * What became of a save.
     *
     * @param draft as it is now
     * @param aside null when it was saved, else the version under which the text was kept
     */
    record Saved(Draft draft, @Nullable DraftVersion aside) {
    }
}
