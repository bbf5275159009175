package org.redress.portal;

import java.util.Map;

import org.redress.complaint.CustomerRated;
import org.redress.customer.Customer;
import org.redress.customer.Customers;
import org.redress.customer.Segment;
import org.redress.survey.Evaluation;
import org.redress.survey.Evaluations;
import org.redress.survey.Judgement;
import org.redress.survey.Scales;
import org.redress.survey.Via;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A rating on the page of a case is an answer like any other, beside the line of the case itself. Where nobody knows what kind of service the
 * case is about, it stays with the case alone: no figure of a service could hold it.
 */
@Component
class CaseRatings {

    private final Evaluations evaluations;
    private final Scales scales;
    private final Judgement judgement;
    private final Customers customers;

    CaseRatings(Evaluations evaluations, Scales scales, Judgement judgement, Customers customers) {
        this.evaluations = evaluations;
        this.scales = scales;
        this.judgement = judgement;
        this.customers = customers;
    }

    @EventListener
    void rated(CustomerRated rated) {
        if (rated.business() == null) {
            return;
        }
        String key = "TRACK:" + rated.caseId();
        String outcome = judgement.outcome(false, scales.meaning(rated.scale(), rated.grade()));
        var answer = new Evaluation.Answer(rated.at(), null, null, rated.scale(), rated.grade(), null, null, Map.of());
        Segment segment = rated.customerId() == null ? Segment.ORDINARY
                : customers.find(rated.customerId()).map(Customer::segment).orElse(Segment.ORDINARY);
        var about = new Evaluation.Service(null, null, rated.caseId(), rated.business(), rated.team(), null, null, segment, rated.outcomeAt());
        if (!evaluations.record(new Evaluation(key, Via.TRACK, about, null, rated.at(), true, answer, outcome, null, rated.number()))) {
            evaluations.answered(key, answer, outcome);
        }
    }
}
