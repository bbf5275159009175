package org.redress.organisation;

import java.util.Map;

/** Everybody and every team at one moment, inactive ones too. */
record Company(Map<String, Person> people, Map<String, Team> teams, Map<String, Absence> absences) {
}
