package org.redress.complaint;

/** Who answers for it (责任方). */
public enum LiableParty {
    TEAM, PERSON, PARTNER, CUSTOMER, FORCE_MAJEURE, NOBODY
}
