package org.redress.complaint;

/** Second level of the category tree (类别). */
public enum CategoryClass {
    SERVICE, BILLING, SUPPLY_INTERRUPTION, SUPPLY_QUALITY, NETWORK_WORKS, SUGGESTION
}
