package org.redress.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of the messages (消息模板): what is shipped, what the company made of it. */
@Service
public class MessageTemplates {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 10_000;

    private final TemplateBook book;
    private final TemplateShelf shelf;
    private final TextMaker maker;
    private final AuditTrail audit;
    private final CurrentActor current;
    private final Clock clock;

    MessageTemplates(TemplateBook book, TemplateShelf shelf, TextMaker maker, AuditTrail audit, CurrentActor current, Clock clock) {
        this.book = book;
        this.shelf = shelf;
        this.maker = maker;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
    }

    /** Every template there is, in the order a case meets them. */
    public List<String> codes() {
        return book.codes();
    }

    /** Every template in both languages. */
    @Transactional(readOnly = true)
    public List<View> all() {
        var changed = shelf.all();
        return book.codes().stream().flatMap(code -> List.of("en", "zh").stream()
                .map(language -> view(code, language, changed.get(code + "/" + language)))).toList();
    }

    /** @throws Problem 404 for no such template or language */
    @Transactional(readOnly = true)
    public View one(String code, String language) {
        require(code, language);
        return view(code, language, shelf.all().get(code + "/" + language));
    }

    /** The text with examples in its places. @throws Problem 422 as {@link #save} */
    public MessageText preview(String code, String language, TemplateText text) {
        require(code, language);
        check(code, text);
        var examples = book.examples(language);
        var facts = new TextMaker.Facts(examples, examples.get("case"), examples.get("name"), false, now());
        return maker.make(code, text, facts, Locale.forLanguageTag(language));
    }

    /**
     * Puts the company's text in the place of the one before.
     *
     * @param seen version the person changed, 0 for the shipped text
     * @throws Problem 422 for an empty text or a placeholder that is none, 409 when somebody else changed it meanwhile
     */
    @Transactional
    public void save(String code, String language, TemplateText text, int seen) {
        require(code, language);
        check(code, text);
        if (!shelf.save(code, language, text, current.get().username(), seen)) {
            throw Problem.conflict("notification.problem.templateStale", code);
        }
        audit.record("CHANGE_TEMPLATE", "TEMPLATE", code, Map.of("language", language, "subject", text.subject(), "body", text.body()));
    }

    /** Back to the shipped text. */
    @Transactional
    public void reset(String code, String language) {
        require(code, language);
        shelf.remove(code, language);
        audit.record("RESET_TEMPLATE", "TEMPLATE", code, Map.of("language", language));
    }

    private void require(String code, String language) {
        if (!book.has(code) || !List.of("en", "zh").contains(language)) {
            throw Problem.notFound("notification.problem.template", code);
        }
    }

    private void check(String code, TemplateText text) {
        var problems = new ArrayList<FieldProblem>();
        checkField(problems, "subject", text.subject(), LONGEST_SUBJECT);
        checkField(problems, "body", text.body(), LONGEST_BODY);
        var page = book.page(code);
        var allowed = String.join(" ", page.places().stream().map(place -> "{" + place + "}").toList());
        page.unknownIn(new TemplateText(text.subject(), ""))
                .forEach(name -> problems.add(FieldProblem.of("subject", "notification.problem.place", "{" + name + "}", allowed)));
        page.unknownIn(new TemplateText("", text.body()))
                .forEach(name -> problems.add(FieldProblem.of("body", "notification.problem.place", "{" + name + "}", allowed)));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static void checkField(List<FieldProblem> problems, String field, String text, int longest) {
        if (text.isBlank()) {
            problems.add(FieldProblem.of(field, "notification.problem.required"));
        } else if (text.length() > longest) {
            problems.add(FieldProblem.of(field, "notification.problem.long", longest));
        }
    }

    private View view(String code, String language, TemplateShelf.@Nullable Changed changed) {
        var page = book.page(code);
        return changed == null ? new View(code, language, page.text(language), page.forCustomer(), page.places(), 0, null, null)
                : new View(code, language, changed.text(), page.forCustomer(), page.places(), changed.version(), changed.by(), changed.at());
    }

    private Instant now() {
        return clock.instant();
    }

    /**
     * A template in one language.
     *
     * @param places    placeholders it may name
     * @param version   0 for the shipped text
     * @param changedBy null for the shipped text
     */
    public record View(String code, String language, TemplateText text, boolean forCustomer, List<String> places, int version,
            @Nullable String changedBy, @Nullable Instant changedAt) {
    }
}
