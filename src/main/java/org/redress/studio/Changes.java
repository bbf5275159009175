package org.redress.studio;

import java.util.List;
import java.util.Set;

/** Changes (变更) as a whole; {@link Drafts} are their files. */
public interface Changes {

    /** With which models a change begins. */
    enum Origin {
        /** 当前运行版本：nothing is changed yet */ RUNNING,
        /** 产品自带版本：every shipped file that reads otherwise than the running one is a draft */ SHIPPED
    }

    /** @throws org.redress.shared.Problem 404 */
    Change find(long id);

    /** The newest first. @param states of which; @param most how many at most */
    List<Change> list(Set<ChangeState> states, int most);

    /** @return its number @throws org.redress.shared.Problem 422 without a title, or when the shipped files are in force already */
    long create(String title, Origin origin);

    /** @throws org.redress.shared.Problem 404, 409 when it is no longer open, 422 without a title */
    void rename(long id, String title, String note);

    /** What would be in force: what is now, with the drafts of the change. */
    ModelSet setOf(long id);

    /** Names of the files that the change adds, changes or takes out. */
    Set<String> files(long id);

    /** Those among them that somebody released meanwhile, so that this change would undo their work. */
    Set<String> overtaken(long id);

    /** Its files stand still from now on. @throws org.redress.shared.Problem 409 unless it is OPEN */
    void submitted(long id);

    /** Withdrawn or refused: it may be edited again. @throws org.redress.shared.Problem 409 unless it is SUBMITTED */
    void reopened(long id);

    /** Its models are in force. @throws org.redress.shared.Problem 409 unless it is SUBMITTED */
    void released(long id);

    /** Nobody wants it any more; its drafts can still be read. @throws org.redress.shared.Problem 409 unless it is OPEN */
    void discard(long id);
}
