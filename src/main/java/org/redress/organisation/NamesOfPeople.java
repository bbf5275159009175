package org.redress.organisation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.redress.shared.web.PersonNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The names of the people of the company. */
@Component("personNames")
class NamesOfPeople implements PersonNames {

    private static final Logger LOG = LoggerFactory.getLogger(NamesOfPeople.class);

    private final Organisation organisation;

    NamesOfPeople(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Map<String, String> choices(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        organisation.people().stream().filter(Person::active).forEach(person -> choices.put(person.username(), person.name().in(locale)));
        return choices;
    }

    @Override
    public String name(String username, Locale locale) {
        try {
            return organisation.person(username).map(person -> person.name().in(locale)).orElse(username);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("no names now", e);
            return username; // the page that says the database is away has a head as well
        }
    }
}
