package org.redress.briefing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.worklist.TaskKind;
import org.redress.worklist.TaskSubject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts, counts anew, publishes and drops. */
@Service
@Transactional
class BriefingProcess implements BriefingSteps {

    private static final String SUBJECT = "BRIEFING";
    private static final int LONGEST = 4000;
    /** Half of a letter: JSON can carry it, UTF-8 and so the database cannot. */
    private static final Pattern HALF_LETTER = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private final BriefingTable table;
    private final BriefingDrafter drafter;
    private final BriefingMessages messages;
    private final CurrentActor actor;
    private final AuditTrail audit;

    BriefingProcess(BriefingTable table, BriefingDrafter drafter, BriefingMessages messages, CurrentActor actor, AuditTrail audit) {
        this.table = table;
        this.drafter = drafter;
        this.messages = messages;
        this.actor = actor;
        this.audit = audit;
    }

    @Override
    public Drafted draft(Period period, @Nullable Business business, String by) {
        Scope scope = new Scope(period, business);
        Briefings.Line there = table.find(period, business).orElse(null);
        boolean wanted = there != null && there.state() == BriefingState.DROPPED && !Actor.SYSTEM.equals(by);
        if (there != null && !wanted) {
            return new Drafted(there.id(), false);
        }
        String content = ContentJson.write(drafter.draft(scope));
        if (there != null) {
            table.redraft(there.id(), content, by);
            record("DRAFT", there.id(), Map.of("again", true));
            return new Drafted(there.id(), true);
        }
        // Whoever was faster meanwhile has drafted it.
        return table.insert(scope, content, by).map(id -> {
            record("DRAFT", id, Map.of("period", Briefing.path(period, business)));
            return new Drafted(id, true);
        }).orElseGet(() -> new Drafted(table.find(period, business).orElseThrow().id(), false));
    }

    @Override
    public void recount(long id) {
        Briefing briefing = draftOf(id);
        table.redraft(id, ContentJson.write(drafter.draft(new Scope(briefing.period(), briefing.business()))), briefing.draftedBy());
        record("RECOUNT", id, Map.of());
    }

    @Override
    public void reviewed(long id, Map<String, String> words, @Nullable String reason) {
        draftOf(id);
        Map<String, String> kept = new TreeMap<>();
        words.forEach((section, text) -> {
            if (!SECTIONS.contains(section) || text.length() > LONGEST) {
                throw Problem.invalid("words", "briefing.problem.words", LONGEST);
            }
            kept.put(section, HALF_LETTER.matcher(text).replaceAll("\uFFFD"));
        });
        table.words(id, kept, reason);
    }

    @Override
    public void publish(long id) {
        Briefing briefing = draftOf(id);
        end(briefing, BriefingState.PUBLISHED);
        messages.published(briefing);
    }

    @Override
    public void drop(long id) {
        Briefing briefing = draftOf(id);
        end(briefing, BriefingState.DROPPED);
    }

    private void end(Briefing briefing, BriefingState state) {
        String content = ContentJson.write(briefing.content());
        if (!table.end(briefing.id(), state, content, actor.get().username())) {
            throw Problem.conflict("briefing.problem.ended");
        }
        record(state == BriefingState.PUBLISHED ? "PUBLISH" : "DROP", briefing.id(), Map.of("sha256", ContentJson.sha256(content)));
    }

    @Override
    @Transactional(readOnly = true)
    public TaskSubject subject(long id) {
        Briefing briefing = known(id);
        return new TaskSubject(TaskKind.BRIEFING, id, briefing.period().code() + (briefing.business() == null ? "" : " " + briefing.business()), null, null,
                null, null, null, null, Set.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bilingual> findings(long id) {
        return known(id).content().sections().stream().findFirst().map(BriefingContent.Section::findings).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> words(long id) {
        return table.words(id);
    }

    private Briefing draftOf(long id) {
        Briefing briefing = known(id);
        if (briefing.state() != BriefingState.DRAFT) {
            throw Problem.conflict("briefing.problem.ended");
        }
        return briefing;
    }

    private Briefing known(long id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("briefing.problem.none"));
    }

    private void record(String act, long id, Map<String, ?> change) {
        audit.record(act, SUBJECT, String.valueOf(id), change);
    }
}
