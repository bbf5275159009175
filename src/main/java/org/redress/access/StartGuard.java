package org.redress.access;

import java.util.List;
import java.util.Set;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Bilingual;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks at the accounts of a company's own database before the door opens: no demo password may work there, and somebody must be able
 * to sign in.
 */
@Component
class StartGuard implements SmartInitializingSingleton {

    /** The accounts of the demo company: only these can carry its password. */
    static final List<String> DEMO_ACCOUNTS = List.of("agent", "agent2", "intake", "specialist", "handler", "handler2", "leader",
            "manager", "director", "designer", "designer2", "admin");

    private final boolean demo;
    private final String username;
    private final String password;
    private final AccountStore accounts;
    private final Accounts service;
    private final Passwords passwords;
    private final Organisation organisation;

    StartGuard(@Value("${redress.demo:false}") boolean demo, @Value("${redress.admin.username:}") String username,
            @Value("${redress.admin.password:}") String password, AccountStore accounts, Accounts service, Passwords passwords,
            Organisation organisation) {
        this.demo = demo;
        this.username = SignIn.username(username);
        this.password = password;
        this.accounts = accounts;
        this.service = service;
        this.passwords = passwords;
        this.organisation = organisation;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo) {
            return;
        }
        if (accounts.isEmpty()) {
            openFirstAccount();
            return;
        }
        var open = accounts.find(DEMO_ACCOUNTS).stream().filter(account -> passwords.matches(Passwords.DEMO, account))
                .map(Account::username).toList();
        if (!open.isEmpty()) {
            throw new StartRefused("The database holds accounts with the password of the demo company: " + String.join(", ", open) + ".",
                    "Give them other passwords or remove them from the table redress.account, then start again.");
        }
    }

    private void openFirstAccount() {
        if (username.isEmpty() || password.isEmpty()) {
            throw new StartRefused("The database holds no account yet, so nobody could sign in.",
                    "Set redress.admin.username and redress.admin.password (at least " + Passwords.SHORTEST
                            + " characters) for the first start; the account becomes the administrator.");
        }
        var known = organisation.person(username).map(Person::name).orElse(new Bilingual("Administrator", "系统管理员"));
        organisation.save(new Person(username, known, null, null, true, Set.of(Role.ADMINISTRATOR), Set.of(), Set.of()));
        service.open(List.of(username), password);
    }
}
