package org.redress.campaign.web;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.redress.campaign.Campaign;
import org.redress.campaign.NewCampaign;
import org.redress.campaign.Population;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.springframework.format.annotation.DateTimeFormat;

/** A campaign as a manager chooses it. The last day of the jobs belongs to them. */
public class CampaignForm {

    private static final int MOST = 200;
    private static final int REST_DAYS = 7;
    private static final int WINDOW_DAYS = 14;

    private @Nullable Long proposal;
    private int version;
    private String name = "";
    private @Nullable Business business;
    private String team = "";
    private String region = "";
    private @Nullable Segment segment;
    @NotNull
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate from;
    @NotNull
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate to;
    private boolean onlyBadlyRated;
    private boolean onlyComplaints;
    @NotNull
    private @Nullable Integer most = MOST;
    @NotNull
    private @Nullable Integer restDays = REST_DAYS;
    private String questionnaire = "";
    @NotNull
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate lastDay;

    /** The jobs of the last month, called about for two weeks. */
    static CampaignForm blank(LocalDate today) {
        CampaignForm form = new CampaignForm();
        form.months(YearMonth.from(today).minusMonths(1));
        form.lastDay = today.plusDays(WINDOW_DAYS);
        return form;
    }

    /** What a proposal is about, under the name it is shown with. */
    static CampaignForm of(Campaign proposal, String name, LocalDate today) {
        CampaignForm form = blank(today);
        form.proposal = proposal.id();
        form.version = proposal.version();
        form.name = name;
        form.business = proposal.business();
        YearMonth month = proposal.month();
        if (month != null) {
            form.months(month);
        }
        return form;
    }

    private void months(YearMonth month) {
        from = month.atDay(1);
        to = month.atEndOfMonth();
    }

    /** Only of a form without errors. */
    NewCampaign wanted() {
        return new NewCampaign(proposal, version, name, new Population(business, given(team), given(region), segment, set(from), set(to).plusDays(1),
                onlyBadlyRated, onlyComplaints, set(most), set(restDays)), given(questionnaire), set(lastDay));
    }

    private static <T> T set(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the form has errors");
        }
        return value;
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    public @Nullable Long getProposal() {
        return proposal;
    }

    public void setProposal(@Nullable Long proposal) {
        this.proposal = proposal;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable Business getBusiness() {
        return business;
    }

    public void setBusiness(@Nullable Business business) {
        this.business = business;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public @Nullable Segment getSegment() {
        return segment;
    }

    public void setSegment(@Nullable Segment segment) {
        this.segment = segment;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public boolean isOnlyBadlyRated() {
        return onlyBadlyRated;
    }

    public void setOnlyBadlyRated(boolean onlyBadlyRated) {
        this.onlyBadlyRated = onlyBadlyRated;
    }

    public boolean isOnlyComplaints() {
        return onlyComplaints;
    }

    public void setOnlyComplaints(boolean onlyComplaints) {
        this.onlyComplaints = onlyComplaints;
    }

    public @Nullable Integer getMost() {
        return most;
    }

    public void setMost(@Nullable Integer most) {
        this.most = most;
    }

    public @Nullable Integer getRestDays() {
        return restDays;
    }

    public void setRestDays(@Nullable Integer restDays) {
        this.restDays = restDays;
    }

    public String getQuestionnaire() {
        return questionnaire;
    }

    public void setQuestionnaire(String questionnaire) {
        this.questionnaire = questionnaire;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
