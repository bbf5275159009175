package org.redress.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.CaptureComplaintBuilder;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.complaint.ComplaintIntake.Captured;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Complaints at every stage of the loop, so that each page shows something on the first day. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoCases {

    static final String SOURCE = "demo";

    private final ComplaintIntake intake;
    private final DemoDesk desk;

    DemoCases(ComplaintIntake intake, DemoDesk desk) {
        this.intake = intake;
        this.desk = desk;
    }

    void load() {
        stillWithTheSpecialist();
        withTheTeams();
        nearTheEnd();
        ended();
    }

    private void stillWithTheSpecialist() {
        take(Channel.HOTLINE, 0, Duration.ofMinutes(12), "厨房闻到很浓的漏气味", "gas.quality.leak",
                it -> it.words("昨天换了软管，今天早上开始厨房一直有漏气味，家里有老人。").remedySought("马上派人上门检查"), it -> { });
        take(Channel.COUNTER, 3, Duration.ofHours(3), "本月燃气费比上月高出两倍", "gas.billing.amount",
                it -> it.words("家里只有两口人，用量没有变化。").remedySought("核对表数，退还多收部分"), it -> { });
        take(Channel.WEB, 33, Duration.ofHours(20), "Nobody came for the safety check", "gas.service.late",
                it -> it.words("I waited the whole morning and nobody called.").remedySought("A new appointment that is kept"), it -> { });
        take(Channel.HOTLINE, 5, Duration.ofHours(26), "晚高峰气压不足，热水器打不着火", "gas.quality.pressure",
                it -> it.words("连续三天晚上七点到九点都这样。"), it -> {
                    desk.assign(it, "repair-2", "gas.quality.pressure");
                    desk.giveBack(it, "handler2", "该户由北区调压站供气，应由维修一班处理。");
                });
    }

    private void withTheTeams() {
        take(Channel.HOTLINE, 2, Duration.ofHours(2), "停气一整晚，没有任何通知", "gas.interruption.unannounced",
                it -> it.words("整栋楼都停了，物业也不知道。").groupSize(3), it -> desk.assign(it, "repair-1", "gas.interruption.unannounced"));
        take(Channel.HOTLINE, 6, Duration.ofHours(30), "灶具维修后仍然熄火", "gas.service.unsolved",
                it -> it.words("上周刚修过，用了两天又熄火。").remedySought("修好为止"), it -> {
                    desk.assign(it, "repair-1", "gas.service.unsolved");
                    desk.sign(it, "handler");
                    desk.contacted(it, "handler", "已电话致歉，约定今天下午上门。");
                    desk.note(it, "specialist", "同一客户一个月内第二次报修，请班长关注。");
                });
        take(Channel.O12345, 9, Duration.ofDays(2), "路面开挖后一直没有恢复", "gas.works.restoration",
                it -> it.words("小区门口挖开半个月了，下雨全是泥。").outsideNumber("12345-20260087")
                        .outsideDueAt(desk.ago(Duration.ofDays(-3))), it -> {
                    desk.assign(it, "repair-2", "gas.works.restoration");
                    desk.sign(it, "handler2");
                });
        take(Channel.LETTER, 8, Duration.ofHours(40), "维修人员态度生硬，不愿说明收费依据", "gas.service.attitude",
                it -> it.remedySought("当面道歉并说明收费标准"), it -> {
                    desk.assign(it, "repair-1", "gas.service.attitude");
                    desk.sign(it, "handler");
                    desk.waitForCustomer(it, "handler", "客户出差，约定返回后面谈。");
                });
        take(Channel.COUNTER, 13, Duration.ofHours(5), "同一笔燃气费被扣了两次", "gas.billing.double",
                it -> it.remedySought("退还多扣的一笔"), it -> desk.assign(it, "hall-2", "gas.billing.double"));
        take(Channel.LEADERSHIP, 4, Duration.ofDays(6), "VIP 客户两次预约点火均未上门", "gas.service.ignition",
                it -> it.words("约了两次都没有人来，也没有人解释。"), it -> {
                    desk.assign(it, "repair-1", "gas.service.ignition");
                    desk.sign(it, "handler");
                });
    }

    private void nearTheEnd() {
        take(Channel.HOTLINE, 10, Duration.ofHours(50), "安检人员没有检查灶具", "gas.service.safetycheck", it -> it, it -> {
            signed(it, "gas.service.safetycheck");
            resolve(it);
        });
        take(Channel.WEB, 12, Duration.ofHours(55), "改管之后墙面没有修补", "gas.service.alteration", it -> it, it -> {
            signed(it, "gas.service.alteration");
            resolve(it);
            desk.rework(it, "没有说明墙面由谁、何时修补，请与客户约定后再提交。");
        });
        take(Channel.HOTLINE, 14, Duration.ofHours(60), "火焰发黄，担心不安全", "gas.quality.flame", it -> it, it -> {
            signed(it, "gas.quality.flame");
            resolve(it);
            desk.accept(it, "UPHELD", "TEAM", true);
        });
        take(Channel.HOTLINE, 16, Duration.ofHours(70), "约好上午安检，下午五点才到", "gas.service.late", it -> it, it -> {
            signed(it, "gas.service.late");
            resolve(it);
            desk.accept(it, "UPHELD", "PERSON", true);
            desk.notSolved(it, "agent", "道歉了，但安检仍没有补做。");
        });
    }

    private void ended() {
        take(Channel.HOTLINE, 18, Duration.ofHours(72), "灶前阀门松动", "gas.quality.equipment", it -> it, it -> {
            signed(it, "gas.quality.equipment");
            resolve(it);
            desk.accept(it, "PARTLY_UPHELD", "TEAM", false);
            desk.solved(it, "agent2", "GOOD");
        });
        take(Channel.WEB, 34, Duration.ofHours(28), "Please send bills by e-mail in English", "gas.suggestion.improve", it -> it,
                it -> desk.decide(it, "SETTLE", "已当场为客户开通英文电子账单。"));
        take(Channel.HOTLINE, 15, Duration.ofHours(33), "邻居家水管漏水", null, it -> it,
                it -> desk.decide(it, "REJECT", "不属于燃气业务，已告知客户联系物业。"));
    }

    private void signed(Captured it, String category) {
        desk.assign(it, "repair-1", category);
        desk.sign(it, "handler");
    }

    private void resolve(Captured it) {
        desk.resolve(it, "handler", "客户反映问题属实，希望尽快处理好。", "当天工单较多，最后一步检查没有做完。", "上门复核，情况与客户所述基本一致。",
                List.of("APOLOGY", "REWORK"));
    }

    /** Takes a complaint in and works it; one that is in already is left where it stands. */
    private void take(Channel channel, int customer, Duration ago, String summary, @Nullable String category,
            UnaryOperator<CaptureComplaintBuilder> more, Consumer<Captured> work) {
        var complaint = more.apply(CaptureComplaint.by(channel).customer(DemoCustomers.all().get(customer)).summary(summary).category(category)
                .receivedAt(desk.ago(ago)).source(SOURCE).sourceKey(summary)).build();
        var taken = new AtomicReference<Captured>();
        desk.as("intake", actor -> taken.set(intake.capture(complaint)));
        if (!taken.get().duplicate()) {
            work.accept(taken.get());
        }
    }
}
