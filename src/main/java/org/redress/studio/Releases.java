package org.redress.studio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Releases (发布): asked for by one designer, approved by another, in force at once or in a window of time, whole or not at all. What stood in
 * force when it was asked for must still stand when it comes into force; nobody's work is undone by accident.
 */
public interface Releases {

    int LONGEST_NOTE = 4_000;
    int LONGEST_TAG = 60;

    /**
     * What the designer says of the release.
     *
     * @param versionTag a name of the company's own for it, such as 2026.11; empty for none
     * @param notBefore  in force then at the earliest; null for as soon as it is approved
     * @param notAfter   not any more then; null for no limit
     */
    record Wish(String title, String note, String versionTag, @Nullable Instant notBefore, @Nullable Instant notAfter) {
    }

    /** @param unchanged nothing was asked for: what was sent is in force already, or is asked for by this release */
    record Sent(Release release, boolean unchanged) {
    }

    /**
     * Asks for the release of a change; its files stand still from now on.
     *
     * @throws ModelsRefused 422 while the checks find an error
     * @throws org.redress.shared.Problem 409 when the change is not open or what it began with was released otherwise since; 422 for a wrong wish
     */
    Release submit(long change, Wish wish);

    /**
     * Asks for the release of files from elsewhere, together with the rest of what is in force.
     *
     * @param files by name; folders do not matter
     * @throws ModelsRefused 422 while the checks find an error
     */
    Sent send(Map<String, byte[]> files, Wish wish);

    /** Asks to put a release into force again, whole. @throws org.redress.shared.Problem 409 when it is in force */
    Release back(int number, String note);

    /**
     * Puts it into force, now or as soon as its window opens.
     *
     * @throws ModelsRefused 422 when the engine refuses it: nothing of it is in force then
     * @throws org.redress.shared.Problem 403 for whoever asked for it; 409 when it was decided already, or something was released meanwhile
     */
    Release approve(long id);

    /** 驳回。@throws org.redress.shared.Problem 403 for whoever asked for it; 409 when it was decided already; 422 without a reason */
    Release refuse(long id, String reason);

    /** 撤回：by whoever asked for it, also after the approval while it waits for its window. @throws org.redress.shared.Problem 403, 409 */
    Release withdraw(long id);

    /** Puts into force what waits for this moment, and gives up what is too late. @return how many were in force or given up */
    int due();

    /** @throws org.redress.shared.Problem 404 */
    Release find(long id);

    /** @throws org.redress.shared.Problem 404 */
    Release number(int number);

    /** What was last asked for the change. */
    Optional<Release> ofChange(long change);

    /** In the order in which they were asked for, the newest first. @param before id of the last one seen, null for the first page */
    List<Release> list(@Nullable Long before, int limit);

    /** Names of the files that somebody released otherwise since it was asked for; empty when it can come into force. */
    Set<String> moved(Release release);
}
