package org.redress.callback;

/** Port: the company's sampling table (抽样率). */
public interface SamplingRule {

    Rate rate(JobKind job);

    /**
     * @param percent    0 to 100
     * @param windowDays days after the service in which a call still makes sense
     * @param rule       short name
     * @param version    of the table that was asked
     */
    record Rate(int percent, int windowDays, String rule, int version) {
    }
}
