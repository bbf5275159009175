package org.redress.callback;

import org.redress.customer.Segment;
import org.redress.shared.Business;

/** Port: the company's sampling table (抽样率). */
public interface SamplingRule {

    Rate rate(Business business, Segment segment, boolean warranty);

    /** @param percent 0 to 100; @param windowDays days after the service in which a call still makes sense; @param rule short name */
    record Rate(int percent, int windowDays, String rule) {
    }
}
