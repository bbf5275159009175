package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.redress.complaint.Channel;
import org.redress.complaint.SeverityFacts;
import org.redress.complaint.SeverityRule;
import org.redress.deadline.WorkingCalendar;
import org.redress.demo.PastCase.Step;
import org.redress.demo.PastCase.Story;
import org.redress.shared.Business;

/** The complaints of the earlier months, drawn by a fixed seed: one from every dissatisfied answer, and some that came by themselves. */
final class PastCases {

    private static final long SEED = 20_091_232;
    /** Of a thousand jobs that nobody was dissatisfied with on the phone. */
    private static final int BY_THEMSELVES = 14;
    private static final List<Channel> CHANNELS = List.of(Channel.HOTLINE, Channel.HOTLINE, Channel.HOTLINE, Channel.COUNTER, Channel.WEB, Channel.O12345);
    private static final List<String> VERDICTS = List.of("UPHELD", "UPHELD", "UPHELD", "PARTLY_UPHELD", "NOT_UPHELD");
    private static final Map<String, String> HANDLERS = Map.of("repair-1", "handler", "repair-2", "handler2", "hall-1", "clerk", "hall-2", "clerk2");
    /** Working minutes from the receipt to each step, and how much longer it may take. */
    private static final Map<Step, int[]> TAKES = new EnumMap<>(Map.of(Step.CONTACTED, new int[] {10, 90}, Step.ASSIGNED, new int[] {15, 60},
            Step.SIGNED, new int[] {30, 100}, Step.RESOLVED, new int[] {240, 1300}, Step.ACCEPTED, new int[] {30, 200}, Step.CLOSED, new int[] {30, 400}));

    private static final Story LATE = new Story("gas.service.late", "师傅没有按约定时间上门", "派工时没有预留路程时间，改约也没有通知客户。");
    private static final Map<Business, List<Story>> STORIES = new EnumMap<>(Map.of(
            Business.ALTERATION, List.of(new Story("gas.service.alteration", "改管后墙面没有修补", "外包改管班组收尾标准不清，墙面修补无人负责。"), LATE,
                    new Story("gas.service.alteration", "改管后阀门位置与图纸不符", "现场变更没有让客户签字确认。"),
                    new Story("gas.billing.arbitrary", "改管收费与报价不一致", "材料费没有在施工前写明。")),
            Business.IGNITION, List.of(new Story("gas.service.ignition", "预约点火当天没有完成", "点火前没有核对表具是否已经开通。"), LATE),
            Business.SAFETY_CHECK, List.of(new Story("gas.service.safetycheck", "安检只看了表没有查灶具", "安检员赶进度，漏做最后两项。"), LATE),
            Business.REPAIR, List.of(new Story("gas.service.unsolved", "维修后故障重复出现", "配件缺货，先做了临时处理。"), LATE,
                    new Story("gas.service.attitude", "维修人员态度生硬", "沟通不耐心，没有说明收费依据。")),
            Business.EMERGENCY_REPAIR, List.of(new Story("gas.service.slow", "急修等待时间太长", "夜间值班只有一组人员。")),
            Business.METER_READING, List.of(new Story("gas.billing.reading", "抄表读数与实际不符", "门内表未入户，按估数录入。"),
                    new Story("gas.billing.amount", "本月燃气费明显偏高", "上月估抄，本月一次补收。")),
            Business.COUNTER_SERVICE, List.of(new Story("gas.service.hall", "营业厅排队超过一小时", "月初缴费高峰只开了两个窗口。"),
                    new Story("gas.service.attitude", "窗口人员态度冷淡", "业务不熟，催促客户离开。"))));

    private final SeverityRule severities;
    private final WorkingCalendar calendar;
    private final Instant now;
    private final Map<List<String>, SeverityRule.Proposal> known = new HashMap<>();
    private final Random random = new Random(SEED);

    PastCases(SeverityRule severities, WorkingCalendar calendar, Instant now) {
        this.severities = severities;
        this.calendar = calendar;
        this.now = now;
    }

    List<PastCase> of(List<PastJob> jobs) {
        List<PastCase> cases = new ArrayList<>();
        for (PastJob job : jobs) {
            PastJob.PastCall call = job.call();
            if (call != null && "COMPLAINT".equals(call.state())) {
                cases.add(told(job, Channel.CALLBACK, call.closedAt(), true));
            } else if (random.nextInt(1000) < BY_THEMSELVES) {
                Instant received = calendar.nextWorking(job.doneAt().plus(Duration.ofMinutes(60 + random.nextInt(6 * 1440))));
                Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
                Optional.of(told(job, channel, received, false)).filter(it -> it.at(Step.CLOSED).isBefore(now)).ifPresent(cases::add);
            }
        }
        return cases;
    }

    private PastCase told(PastJob job, Channel channel, Instant received, boolean called) {
        List<Story> stories = STORIES.get(job.business());
        Story story = stories.get(Math.min(random.nextInt(stories.size()), random.nextInt(stories.size())));
        boolean settled = channel == Channel.HOTLINE && random.nextInt(4) == 0;
        Map<Step, Instant> moments = moments(received, settled, 1);
        if (called && !moments.get(Step.CLOSED).isBefore(now)) {
            moments = moments(received, settled, 10);
        }
        String verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
        var proposal = known.computeIfAbsent(List.of(story.summary(), channel.name(), job.customer().segment().name(), job.customer().area()),
                it -> severities.propose(new SeverityFacts(it.get(0), it.get(1), it.get(2), story.category(),
                        story.category().contains("billing") ? "BILLING" : "SERVICE", it.get(3), job.business().name(), false, false, 1, false, "", null)));
        return new PastCase(job, channel, proposal.severity(), proposal.rule(), proposal.reason().en(), proposal.reason().zh(), story,
                settled ? null : job.team(), settled ? null : HANDLERS.get(job.team()), verdict,
                "NOT_UPHELD".equals(verdict) ? "NOBODY" : random.nextInt(3) == 0 ? "PERSON" : "TEAM", moments);
    }

    /** @param haste how many times faster than usual */
    private Map<Step, Instant> moments(Instant received, boolean settled, int haste) {
        Map<Step, Instant> moments = new EnumMap<>(Map.of(Step.RECEIVED, received));
        Instant at = received;
        for (Step step : settled ? List.of(Step.CONTACTED, Step.CLOSED) : List.copyOf(TAKES.keySet())) {
            int[] minutes = TAKES.get(step);
            at = calendar.plusWorking(at, Duration.ofMinutes((minutes[0] + random.nextInt(minutes[1])) / haste));
            moments.put(step, at);
        }
        return moments;
    }
}
