package org.redress.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes that an administrator makes by hand: nobody overwrites what they have not seen, and somebody can always administer. */
@Service
public class PeopleAdministration {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,63}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Organisation organisation;
    private final Absences absences;
    private final Departments departments;
    private final CompanyStore store;

    PeopleAdministration(Organisation organisation, Absences absences, Departments departments, CompanyStore store) {
        this.organisation = organisation;
        this.absences = absences;
        this.departments = departments;
        this.store = store;
    }

    /** A short text that changes when the person changes; empty for somebody new. */
    public String seen(String username) {
        return organisation.person(username).map(person -> digest(person, absences.of(username))).orElse("");
    }

    /** @throws Problem 422 for a username that is taken or does not fit */
    @Transactional
    public void add(Person person, Absence absence) {
        if (!USERNAME.matcher(person.username()).matches() || person.username().equals(Actor.SYSTEM)) {
            throw Problem.invalid("username", "organisation.problem.username");
        }
        store.lock("person", person.username());
        if (organisation.person(person.username()).isPresent()) {
            throw Problem.invalid("username", "organisation.problem.usernameTaken", person.username());
        }
        organisation.save(person);
        absences.save(person.username(), absence);
    }

    /**
     * @param seen what {@link #seen} said when the form was opened
     * @throws Problem 409 when somebody else changed the person meanwhile, 422 when nobody could administer any more
     */
    @Transactional
    public void change(Person person, Absence absence, String seen) {
        store.lock("person", person.username());
        if (!seen(person.username()).equals(seen)) {
            throw Problem.conflict("shared.problem.stale");
        }
        boolean administers = person.active() && person.roles().contains(Role.ADMINISTRATOR);
        if (!administers && organisation.withRole(Role.ADMINISTRATOR).stream().allMatch(one -> one.username().equals(person.username()))) {
            throw Problem.invalid("roles", "organisation.problem.lastAdministrator");
        }
        if (!organisation.person(person.username()).filter(person::equals).isPresent()) {
            organisation.save(person);
        }
        absences.save(person.username(), absence);
    }

    /**
     * @param added true for a new team, whose code must be free
     * @throws Problem 422 naming the field
     */
    @Transactional
    public void save(Team team, boolean added) {
        if (!CODE.matcher(team.code()).matches()) {
            throw Problem.invalid("code", "organisation.problem.code");
        }
        store.lock("team", team.code());
        if (added && organisation.team(team.code()).isPresent()) {
            throw Problem.invalid("code", "organisation.problem.codeTaken", team.code());
        }
        if (departments.all().stream().noneMatch(department -> department.code().equals(team.department()))) {
            throw Problem.invalid("department", "organisation.problem.department");
        }
        organisation.save(team);
    }

    /** @throws Problem 422 for a code that does not fit */
    @Transactional
    public void save(Department department) {
        if (!CODE.matcher(department.code()).matches()) {
            throw Problem.invalid("code", "organisation.problem.code");
        }
        departments.save(department);
    }

    private static String digest(Person person, Absence absence) {
        var roles = new TreeSet<>(person.roles());
        var all = String.join("|", person.name().en(), person.name().zh(), text(person.email()), text(person.phone()),
                text(person.active()), roles.toString(), new TreeSet<>(person.teams()).toString(),
                new TreeSet<>(person.leads()).toString(), absence.toString());
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
