package org.redress.process;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Categories;
import org.redress.complaint.Category;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.PolicyException;
import org.redress.deadline.WorkingCalendar;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.organisation.Team;
import org.redress.process.studio.House;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/** Tells the checks of the studio what the house knows. */
@Component
class HouseFacts {

    private static final String INPUT = "cellInput";

    private final ProcessEngineConfigurationImpl engine;
    private final ModelVocabulary vocabulary;
    private final Organisation organisation;
    private final Categories categories;
    private final Calendars calendars;
    private final Clock clock;
    private final Set<String> steps;
    private final Set<String> variables = HouseWords.variables();
    private final DmnEngine tables = EngineConfiguration.feelOnly().buildEngine();

    HouseFacts(ProcessEngineConfigurationImpl engine, ModelVocabulary vocabulary, Organisation organisation, Categories categories, Calendars calendars,
            Clock clock, List<TaskOutcome> outcomes) {
        this.engine = engine;
        this.vocabulary = vocabulary;
        this.organisation = organisation;
        this.categories = categories;
        this.calendars = calendars;
        this.clock = clock;
        this.steps = outcomes.stream().map(TaskOutcome::key).collect(Collectors.toUnmodifiableSet());
    }

    /** As of now, for one check. */
    House now() {
        return new Now();
    }

    /** Asks for people, teams and categories when a rule does, and once. */
    private final class Now implements House {

        private final Instant now = clock.instant();
        private final WorkingCalendar calendar = calendars.current();
        private final LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        private final Map<String, Boolean> staffed = new HashMap<>();
        private final Map<byte[], Optional<ClockPolicy>> policies = new IdentityHashMap<>();
        private @Nullable Set<String> teams;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public WorkingCalendar calendar() {
            return calendar;
        }

        @Override
        public boolean isRole(String name) {
            return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(name));
        }

        @Override
        public boolean isTeam(String code) {
            return teams().contains(code);
        }

        private Set<String> teams() {
            Set<String> known = teams;
            if (known == null) {
                known = organisation.teams().stream().map(Team::code).collect(Collectors.toCollection(TreeSet::new));
                teams = known;
            }
            return known;
        }

        @Override
        public boolean isStaffed(String group) {
            return staffed.computeIfAbsent(group, any -> {
                List<Person> people = isRole(group) ? organisation.withRole(Role.valueOf(group)) : organisation.members(group);
                return people.stream().anyMatch(person -> organisation.standIn(person.username(), today) != null);
            });
        }

        @Override
        public boolean isPerson(String username) {
            return organisation.person(username).filter(Person::active).isPresent();
        }

        @Override
        public boolean isFunctions(String name) {
            return vocabulary.isFunctions(name);
        }

        @Override
        public Set<String> variables() {
            return variables;
        }

        @Override
        public Set<String> answers() {
            return HouseWords.ANSWERS;
        }

        @Override
        public boolean takesAnswersOf(String userTask) {
            return steps.contains(userTask);
        }

        @Override
        public Set<String> keysOf(String userTask) {
            return HouseWords.FORM_KEYS.getOrDefault(userTask, Set.of());
        }

        @Override
        public Set<String> files() {
            return HouseWords.FILES;
        }

        @Override
        public Set<String> messages() {
            return HouseWords.MESSAGES;
        }

        @Override
        public Set<String> lists() {
            return HouseWords.LISTS;
        }

        @Override
        public Set<String> words(String fact) {
            return switch (fact) {
                case "team", "sourceQueue" -> teams();
                case "category" -> categories.leaves().stream().map(Category::code).collect(Collectors.toCollection(TreeSet::new));
                default -> HouseWords.of(fact);
            };
        }

        @Override
        public Optional<ClockPolicy> policy(byte[] table) {
            return policies.computeIfAbsent(table, HouseFacts.this::read);
        }

        @Override
        public boolean fits(String condition, @Nullable Object value) {
            Object given = value instanceof LocalDateTime moment ? Date.from(moment.atZone(ZoneId.systemDefault()).toInstant()) : value;
            try {
                return engine.getDmnEngineConfiguration().getFeelEngine().evaluateSimpleUnaryTests(condition, INPUT,
                        Variables.createVariables().putValue(INPUT, given).asVariableContext());
            } catch (FeelException e) {
                return false; // as in a table: what cannot be compared does not hold
            }
        }

        @Override
        public @Nullable Date due(String kind, String text, Date from) {
            return engine.getBusinessCalendarManager().getBusinessCalendar(kind).resolveDuedate(text, from);
        }
    }

    private Optional<ClockPolicy> read(byte[] table) {
        try {
            DmnDecision decision = tables.parseDecision(ClockPolicyTable.TABLE, new ByteArrayInputStream(table));
            return Optional.of(new ClockPolicy(ClockPolicyTable.rules(facts -> tables.evaluateDecision(decision, facts).stream().findFirst()
                    .orElseThrow(() -> Problem.conflict("process.problem.noRule", ClockPolicyTable.TABLE)))));
        } catch (DmnEngineException | PolicyException | Problem e) {
            return Optional.empty();
        }
    }
}
