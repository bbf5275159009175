package org.redress.demo;

import java.util.List;

import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake.Captured;
import org.redress.complaint.CustomerDesk;
import org.redress.customer.CustomerData;
import org.redress.portal.PublicComplaints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What customers of the demo company sent by themselves. Their links stand in the messages to them. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoPortal {

    private final CustomerDesk customers;
    private final DemoDesk desk;

    DemoPortal(CustomerDesk customers, DemoDesk desk) {
        this.customers = customers;
        this.desk = desk;
    }

    void load() {
        Captured drip = complain("demo-1", new CustomerData(null, "Emma Clarke", "0755-0100 2101", null, "Beihuan Road 8, building 1", null,
                "emma.clarke@example.com", "en"), "The new valve drips", "The new valve drips. It was fitted on Friday and has dripped since.",
                "Come again and make it tight");
        if (!drip.duplicate()) {
            desk.assign(drip, "repair-1", "gas.quality.equipment");
            desk.sign(drip, "handler");
            desk.waitForCustomer(drip, "handler", "客户本周外出，待确认上门时间。");
        }
        Captured noise = complain("demo-2", new CustomerData(null, "何志远", "0755-0100 2102", null, "南山大道 21 号", null, "he.zhiyuan@example.com",
                "zh-CN"), "夜间施工噪声太大", "夜间施工噪声太大。已经连续三个晚上施工到十一点以后。", "按规定时间施工");
        if (!noise.duplicate()) {
            desk.assign(noise, "repair-1", "gas.works.noise");
            desk.sign(noise, "handler");
            desk.resolve(noise, "handler", "连续三晚施工超过规定时间。", "为赶工期加班，未报备。", "施工记录与客户所述一致。", List.of("APOLOGY", "EXPLANATION"));
            desk.accept(noise, "UPHELD", "TEAM", true);
            customers.rate(noise.id(), "GOOD");
        }
    }

    private Captured complain(String sending, CustomerData who, String summary, String words, String remedy) {
        return customers.complain(CaptureComplaint.by(Channel.WEB).customer(who).summary(summary).words(words).remedySought(remedy)
                .source(PublicComplaints.SOURCE).sourceKey(sending).build(), List.of());
    }
}
