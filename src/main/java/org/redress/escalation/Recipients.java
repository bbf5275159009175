package org.redress.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskKind;
import org.springframework.stereotype.Component;

/**
 * Who hears of a step: the people the level names, each replaced by who acts for them while they are away. A level with nobody there
 * falls through to the next and says so; the administrators are the last.
 */
@Component
class Recipients {

    private final Organisation organisation;
    private final OpenWork openWork;
    private final Clock clock;

    Recipients(Organisation organisation, OpenWork openWork, Clock clock) {
        this.organisation = organisation;
        this.openWork = openWork;
        this.clock = clock;
    }

    /** @param noteEn why other people than the level names are told; null where they are the ones */
    record Found(List<String> usernames, @Nullable String noteEn, @Nullable String noteZh) {

        static final Found NOBODY = new Found(List.of(), null, null);
    }

    /** One rung after the other, from the audience's own up. */
    private enum Rung {
        HOLDER("nobody holds the work", "工作无人在手"),
        LEADER("the team has no leader who is there", "班组无在岗班长"),
        MANAGER("no department manager is there", "无在岗部门经理"),
        DIRECTOR("no service director is there", "无在岗服务总监"),
        ADMINISTRATOR("", "");

        private final String emptyEn;
        private final String emptyZh;

        Rung(String emptyEn, String emptyZh) {
            this.emptyEn = emptyEn;
            this.emptyZh = emptyZh;
        }
    }

    Found of(LadderAudience audience, Standing standing) {
        return switch (audience) {
            case CUSTOMER -> Found.NOBODY;
            case HOLDER -> from(Rung.HOLDER, standing);
            case LEADER_AND_SPECIALIST -> withSpecialist(from(Rung.LEADER, standing), standing);
            case MANAGER -> from(Rung.MANAGER, standing);
            case DIRECTOR -> from(Rung.DIRECTOR, standing);
        };
    }

    private Found from(Rung first, Standing standing) {
        List<String> missedEn = new ArrayList<>();
        List<String> missedZh = new ArrayList<>();
        for (int i = first.ordinal(); i < Rung.values().length; i++) {
            Rung rung = Rung.values()[i];
            Set<String> there = present(named(rung, standing));
            if (!there.isEmpty()) {
                return new Found(List.copyOf(there), missedEn.isEmpty() ? null : String.join(", ", missedEn),
                        missedZh.isEmpty() ? null : String.join("，", missedZh));
            }
            missedEn.add(rung.emptyEn);
            missedZh.add(rung.emptyZh);
        }
        return new Found(List.of(), "nobody at all is there", "无任何人员在岗");
    }

    private Collection<String> named(Rung rung, Standing standing) {
        return switch (rung) {
            // What managers are asked about the case is not the work that is late.
            case HOLDER -> openWork.of(TaskKind.CASE, standing.caseId()).stream()
                    .filter(task -> !Role.DEPARTMENT_MANAGER.name().equals(task.team())).map(OpenTask::assignee).filter(java.util.Objects::nonNull)
                    .map(String.class::cast).toList();
            case LEADER -> leaders(standing);
            case MANAGER -> managers(standing);
            case DIRECTOR -> withRole(Role.SERVICE_DIRECTOR);
            case ADMINISTRATOR -> withRole(Role.ADMINISTRATOR);
        };
    }

    /** Of the team that has the case; before a team has it, the specialists: it is theirs to assign. */
    private Collection<String> leaders(Standing standing) {
        String team = standing.team();
        if (team == null) {
            return standing.owner() != null ? List.of(standing.owner()) : withRole(Role.COMPLAINT_SPECIALIST);
        }
        return organisation.members(team).stream().filter(person -> person.leads().contains(team)).map(Person::username).toList();
    }

    /** Managers with a team in the department of the case's team; all of them where that is nobody. */
    private Collection<String> managers(Standing standing) {
        List<Person> all = organisation.withRole(Role.DEPARTMENT_MANAGER);
        String department = department(standing.team());
        List<String> own = all.stream().filter(person -> person.teams().stream().anyMatch(team -> java.util.Objects.equals(department, department(team))))
                .map(Person::username).toList();
        return department == null || own.isEmpty() ? all.stream().map(Person::username).toList() : own;
    }

    private @Nullable String department(@Nullable String team) {
        return team == null ? null : organisation.team(team).map(each -> each.department()).orElse(null);
    }

    private Found withSpecialist(Found found, Standing standing) {
        Set<String> all = new LinkedHashSet<>(found.usernames());
        String owner = standing.owner();
        all.addAll(present(owner == null ? withRole(Role.COMPLAINT_SPECIALIST) : List.of(owner)));
        return new Found(List.copyOf(all), found.noteEn(), found.noteZh());
    }

    private List<String> withRole(Role role) {
        return organisation.withRole(role).stream().map(Person::username).toList();
    }

    private Set<String> present(Collection<String> usernames) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Set<String> there = new LinkedHashSet<>();
        for (String username : usernames) {
            String acting = organisation.standIn(username, today);
            if (acting != null) {
                there.add(acting);
            }
        }
        return there;
    }
}
