package org.redress.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bell in the head of every page (消息提醒): what somebody was told, read or not. Templates call it as {@code @bell}. */
@Service("bell")
public class Bell {

    /** More than so many is "99+". */
    public static final int MOST = 99;

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final BellNotes notes;
    private final TemplateShelf shelf;
    private final TextMaker maker;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    Bell(BellNotes notes, TemplateShelf shelf, TextMaker maker, CurrentActor current, ApplicationEventPublisher events) {
        this.notes = notes;
        this.shelf = shelf;
        this.maker = maker;
        this.current = current;
        this.events = events;
    }

    /** Notes that whoever is signed in has not read: "3", "99+"; empty for none, or when the database is away. */
    public String unread() {
        try {
            int count = notes.unread(username(), MOST + 1);
            return count == 0 ? "" : count > MOST ? MOST + "+" : String.valueOf(count);
        } catch (NonTransientDataAccessResourceException | TransientDataAccessException e) {
            LOG.debug("no bell now", e);
            return ""; // the page that says the database is away has a head as well
        }
    }

    /** The newest first. @param before id of the last note seen, null or blank for the first page */
    @Transactional(readOnly = true)
    public Slice<BellNote> list(boolean unreadOnly, @Nullable String before, int limit, Locale locale) {
        var texts = shelf.all();
        var language = TemplateBook.language(locale);
        var rows = notes.list(username(), unreadOnly, id(before), limit + 1).stream().map(note -> {
            var changed = texts.get(note.template() + "/" + language);
            var facts = new TextMaker.Facts(note.filled(), note.caseNumber(), null, false, note.at());
            var text = maker.make(note.template(), changed == null ? null : changed.text(), facts, locale);
            return new BellNote(note.id(), text.subject(), text.plain().lines().filter(line -> !line.isBlank() && !line.startsWith("http")).toList(),
                    note.caseNumber(), maker.page(note.caseNumber(), note.filled()), note.urgent(), note.at(), note.readAt() != null);
        }).toList();
        return Slice.of(rows, limit, note -> String.valueOf(note.id()));
    }

    /** Marks it read. @return address of the page it is about, null when there is none; @throws Problem 404 for a note of nobody or of somebody else */
    @Transactional
    public @Nullable String open(long id) {
        var note = notes.find(username(), id).orElseThrow(() -> Problem.notFound("notification.problem.note"));
        mark(id, true);
        return maker.page(note.caseNumber(), note.filled());
    }

    @Transactional
    public void mark(long id, boolean read) {
        if (notes.mark(username(), id, read)) {
            tell();
        }
    }

    /** All up to the newest one the person has seen: what came since stays unread. */
    @Transactional
    public void readUpTo(long id) {
        if (notes.readUpTo(username(), id) > 0) {
            tell();
        }
    }

    private void tell() {
        events.publishEvent(new LivePageEvent("bell", username(), 0));
    }

    private String username() {
        return current.get().username();
    }

    static @Nullable Long id(@Nullable String before) {
        if (before == null || before.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(before.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }
}
