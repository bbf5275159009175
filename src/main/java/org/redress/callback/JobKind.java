package org.redress.callback;

import org.redress.customer.Segment;
import org.redress.shared.Business;

/** What a sampling table asks of a job. @param team code of the team that did it */
public record JobKind(Business business, Segment segment, boolean warranty, String team) {
}
