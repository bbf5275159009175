package org.redress.briefing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.Briefings.Decided;
import org.redress.figure.Figure;
import org.redress.shared.Business;
import org.redress.shared.Problem;

/** A measure as it is typed; every field as text, so that nothing typed is lost. */
public class MeasureForm {

    private String text = "";
    private String team = "";
    private String business = "";
    private String owner = "";
    private String dueOn = "";
    private String figure = "";

    Decided decided() {
        return new Decided(blank(team), constant(Business.values(), business), text, blank(owner), day(), constant(Figure.values(), figure));
    }

    private @Nullable LocalDate day() {
        try {
            return dueOn.isBlank() ? null : LocalDate.parse(dueOn.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("dueOn", "briefing.problem.day");
        }
    }

    private static @Nullable String blank(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public String getBusiness() {
        return business;
    }

    public void setBusiness(String business) {
        this.business = business;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getDueOn() {
        return dueOn;
    }

    public void setDueOn(String dueOn) {
        this.dueOn = dueOn;
    }

    public String getFigure() {
        return figure;
    }

    public void setFigure(String figure) {
        this.figure = figure;
    }
}
