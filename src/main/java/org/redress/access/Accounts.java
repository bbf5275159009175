package org.redress.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.organisation.Organisation;
import org.redress.shared.AuditTrail;
import org.redress.shared.Problem;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people sign in with: given, changed and taken away. A change ends the sessions it must not outlive. */
@Service
public class Accounts {

    /** What everybody of the demo company signs in with. */
    public static final String DEMO_PASSWORD = Passwords.DEMO;

    private final AccountStore store;
    private final Passwords passwords;
    private final ApiSignIn api;
    private final Organisation organisation;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final AuditTrail audit;

    Accounts(AccountStore store, Passwords passwords, ApiSignIn api, Organisation organisation,
            FindByIndexNameSessionRepository<?> sessions, AuditTrail audit) {
        this.store = store;
        this.passwords = passwords;
        this.api = api;
        this.organisation = organisation;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Empty for somebody who cannot sign in yet. */
    public Optional<Account> find(String username) {
        return store.find(username);
    }

    /** Whether nobody can sign in yet. */
    public boolean nobody() {
        return store.isEmpty();
    }

    /**
     * Gives each of the people an account with the same first password.
     *
     * @throws Problem 422 for a password that may not be used
     */
    @Transactional
    public void open(Collection<String> usernames, String password) {
        usernames.forEach(username -> passwords.check("password", password, username));
        add(usernames, password);
    }

    /** Gives people of the demo company its password, which nobody else may have: for its loader only. */
    @Transactional
    public void openDemo(Collection<String> usernames) {
        add(usernames, Passwords.DEMO);
    }

    private void add(Collection<String> usernames, String password) {
        store.add(usernames, passwords.hash(password));
        usernames.forEach(username -> audit.record("OPEN_ACCOUNT", "ACCOUNT", username, Map.of()));
    }

    /** An administrator gives a person a password: the account is made where there is none, and all sessions of it end. */
    @Transactional
    public void give(String username, String password) {
        if (organisation.person(username).isEmpty()) {
            throw Problem.notFound("organisation.problem.person", username);
        }
        passwords.check("password", password, username);
        if (store.find(username).isEmpty()) {
            open(List.of(username), password);
            return;
        }
        store.setPassword(username, passwords.hash(password));
        audit.record("RESET_PASSWORD", "ACCOUNT", username, Map.of());
        endSessions(username, "");
    }

    /**
     * Somebody changes their own password; other sessions of theirs end.
     *
     * @throws Problem 422 when the old one is wrong or the new one may not be used
     */
    @Transactional
    public void change(String username, String old, String fresh, String session) {
        var account = store.find(username).orElseThrow(() -> Problem.notFound("organisation.problem.person", username));
        if (!passwords.matches(old, account)) {
            throw Problem.invalid("oldPassword", "access.problem.passwordOld");
        }
        passwords.check("newPassword", fresh, username);
        if (fresh.equals(old)) {
            throw Problem.invalid("newPassword", "access.problem.passwordSame");
        }
        store.setPassword(username, passwords.hash(fresh));
        audit.record("CHANGE_PASSWORD", "ACCOUNT", username, Map.of());
        endSessions(username, session);
    }

    /** @throws Problem 409 when somebody else changed the account meanwhile */
    @Transactional
    public void enable(String username, boolean enabled, int version) {
        if (!store.setEnabled(username, enabled, version)) {
            throw Problem.conflict("shared.problem.stale");
        }
        audit.record(enabled ? "ENABLE_ACCOUNT" : "DISABLE_ACCOUNT", "ACCOUNT", username, Map.of());
        if (!enabled) {
            endSessions(username, "");
        }
        api.forget(username);
    }

    private void endSessions(String username, String except) {
        api.forget(username);
        for (String id : sessions.findByPrincipalName(username).keySet()) {
            if (!id.equals(except)) {
                sessions.deleteById(id);
            }
        }
    }
}
