package org.redress.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releases for people, with the rules of who may. */
@Service
class ReleaseService implements Releases {

    private final ReleaseBook book;
    private final ReleaseRequests requests;
    private final ReleaseSteps steps;
    private final ReleaseTimer timer;
    private final StudioSettings settings;
    private final CurrentActor actor;

    ReleaseService(ReleaseBook book, ReleaseRequests requests, ReleaseSteps steps, ReleaseTimer timer, StudioSettings settings, CurrentActor actor) {
        this.book = book;
        this.requests = requests;
        this.steps = steps;
        this.timer = timer;
        this.settings = settings;
        this.actor = actor;
    }

    @Override
    @Transactional
    public Release submit(long change, Wish wish) {
        return goOn(requests.ofChange(change, wish, designer().username()));
    }

    @Override
    @Transactional
    public Sent send(Map<String, byte[]> files, Wish wish) {
        String username = designer().username();
        Optional<Release> same = requests.same(files);
        return same.map(release -> new Sent(release, true)).orElseGet(() -> new Sent(goOn(requests.ofFiles(files, wish, username)), false));
    }

    @Override
    @Transactional
    public Release back(int number, String note) {
        return goOn(requests.back(number(number), note, designer().username()));
    }

    @Override
    @Transactional
    public Release approve(long id) {
        Actor who = designer();
        Release release = locked(id);
        if (release.state() != ReleaseState.SUBMITTED) {
            throw decided(release);
        }
        another(release, who);
        Set<String> moved = requests.moved(release);
        if (!moved.isEmpty()) {
            throw Problem.conflict("studio.release.problem.moved", String.join(", ", moved));
        }
        steps.approved(release, who.username());
        return steps.inForceOrWaiting(find(id));
    }

    @Override
    @Transactional
    public Release refuse(long id, String reason) {
        Actor who = designer();
        if (reason.isBlank() || reason.length() > LONGEST_NOTE) {
            throw Problem.invalid("reason", "studio.release.problem.reason", LONGEST_NOTE);
        }
        Release release = locked(id);
        if (release.state() != ReleaseState.SUBMITTED) {
            throw decided(release);
        }
        another(release, who);
        steps.refused(release, who.username(), reason.strip());
        return find(id);
    }

    @Override
    @Transactional
    public Release withdraw(long id) {
        Actor who = designer();
        Release release = locked(id);
        if (!release.state().isOpen()) {
            throw decided(release);
        }
        if (!release.askedBy().equals(who.username())) {
            throw Problem.forbidden("studio.release.problem.notYours", release.askedBy());
        }
        steps.withdrawn(release, who.username());
        return find(id);
    }

    @Override
    public int due() {
        return timer.due();
    }

    @Override
    @Transactional(readOnly = true)
    public Release find(long id) {
        return book.find(id).orElseThrow(() -> Problem.notFound("studio.release.problem.none"));
    }

    @Override
    @Transactional(readOnly = true)
    public Release number(int number) {
        return book.number(number).orElseThrow(() -> Problem.notFound("studio.release.problem.none"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Release> ofChange(long change) {
        return book.list("change_id = ? order by id desc limit 1", change).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Release> list(@Nullable Long before, int limit) {
        return book.list("id < ? order by id desc limit ?", before == null ? Long.MAX_VALUE : before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> moved(Release release) {
        return requests.moved(release);
    }

    private Release goOn(Release asked) {
        return settings.fourEyes() ? asked : steps.inForceOrWaiting(asked);
    }

    /** Decided one at a time: the second of two who approve at the same moment finds it decided. */
    private Release locked(long id) {
        book.alone();
        return book.lock(id).orElseThrow(() -> Problem.notFound("studio.release.problem.none"));
    }

    private Actor designer() {
        Actor who = actor.get();
        if (!who.hasAny("PROCESS_DESIGNER")) {
            throw Problem.forbidden("studio.release.problem.designers");
        }
        return who;
    }

    private static void another(Release release, Actor who) {
        if (release.askedBy().equals(who.username())) {
            throw Problem.forbidden("studio.release.problem.own");
        }
    }

    private static Problem decided(Release release) {
        return Problem.conflict("studio.release.problem.decided." + release.state(), release.decidedBy() == null ? "" : release.decidedBy());
    }
}
