package org.redress.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.callback.ServiceJob;
import org.redress.callback.ServiceJobs;
import org.redress.shared.Business;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Service jobs of the last ten days, some of them called about already: satisfied, not reached, dissatisfied, a complaint. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoJobs {

    private static final int JOBS = 36;
    private static final List<Business> WORK = List.of(Business.REPAIR, Business.SAFETY_CHECK, Business.IGNITION, Business.METER_READING,
            Business.ALTERATION, Business.COUNTER_SERVICE, Business.EMERGENCY_REPAIR);

    private final ServiceJobs jobs;
    private final DemoDesk desk;

    DemoJobs(ServiceJobs jobs, DemoDesk desk) {
        this.jobs = jobs;
        this.desk = desk;
    }

    void load() {
        var customers = DemoCustomers.all();
        var done = new ArrayList<ServiceJob>();
        for (int i = 0; i < JOBS; i++) {
            var customer = customers.get(i);
            var business = WORK.get(i % WORK.size());
            boolean north = "north".equals(customer.area());
            boolean hall = business == Business.COUNTER_SERVICE || business == Business.METER_READING;
            var at = desk.ago(Duration.ofHours(5 + i * 6L));
            done.add(new ServiceJob("WO-%05d".formatted(20001 + i), business, at, at.minus(Duration.ofHours(2)),
                    hall ? north ? "hall-1" : "hall-2" : north ? "repair-1" : "repair-2",
                    hall ? north ? "clerk" : "clerk2" : north ? "handler" : "handler2",
                    new ServiceJob.JobCustomer(customer.account(), customer.name(), customer.phone(), customer.segment()), i % 5 == 0));
        }
        if (jobs.intake(done).accepted() > 0) {
            callSome();
        }
    }

    private void callSome() {
        desk.call("agent", answered("EXCELLENT", true));
        desk.call("agent", answered("GOOD", true));
        desk.call("agent2", answered("GOOD", true));
        desk.call("agent2", Map.of("reached", false));
        desk.call("agent", answered("FAIR", false));
        desk.call("agent2", Map.of("reached", true, "appointmentKept", false, "scale", "GRADE5", "rating", "FAIL", "suggestion", "来之前请先打电话。",
                "complaint", true, "complaintSummary", "师傅迟到两小时，也没有提前联系"));
        desk.takeCall("agent");
    }

    private static Map<String, Object> answered(String rating, boolean kept) {
        return Map.of("reached", true, "appointmentKept", kept, "scale", "GRADE5", "rating", rating, "complaint", false);
    }
}
