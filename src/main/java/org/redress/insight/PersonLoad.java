package org.redress.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.redress.organisation.Person;

/**
 * Work in one pair of hands over the next working days.
 *
 * @param cells one a day; what is late already stands on the first
 * @param later minutes due after the last day
 */
public record PersonLoad(Person person, List<Cell> cells, int later) {

    /**
     * @param lots     work due on the day, in lots of equal length
     * @param capacity working minutes of the person, absence taken off; from now on for today
     * @param away     misses at least a half of the day
     */
    public record Cell(LocalDate day, List<Lot> lots, int capacity, boolean away) {

        public int minutes() {
            return lots.stream().mapToInt(Lot::minutes).sum();
        }

        public int tasks() {
            return lots.stream().mapToInt(Lot::tasks).sum();
        }
    }

    /** @param each minutes that one of them usually takes */
    public record Lot(int tasks, int each) {

        int minutes() {
            return tasks * each;
        }
    }

    public int minutes() {
        return cells.stream().mapToInt(Cell::minutes).sum();
    }

    public int capacity() {
        return cells.stream().mapToInt(Cell::capacity).sum();
    }

    public int tasks() {
        return cells.stream().mapToInt(Cell::tasks).sum();
    }

    /** How many will not be done on the day they are due, if the person works along the due moments and short tasks first within a day. */
    public int late() {
        int late = 0;
        int room = 0;
        for (Cell cell : cells) {
            room += cell.capacity();
            for (Lot lot : cell.lots().stream().sorted(java.util.Comparator.comparingInt(Lot::each)).toList()) {
                int done = lot.each() == 0 ? lot.tasks() : Math.min(lot.tasks(), Math.max(0, room) / lot.each());
                room -= lot.tasks() * lot.each();
                late += lot.tasks() - done;
            }
        }
        return late;
    }

    /** This load with tasks more, or fewer where their number is negative. */
    PersonLoad with(int day, Lot lot) {
        List<Cell> changed = new ArrayList<>(cells);
        if (day >= cells.size()) {
            return new PersonLoad(person, cells, later + lot.minutes());
        }
        Cell cell = cells.get(day);
        List<Lot> lots = new ArrayList<>(cell.lots());
        int same = lots.stream().map(Lot::each).toList().indexOf(lot.each());
        if (same < 0) {
            lots.add(lot);
        } else {
            lots.set(same, new Lot(lots.get(same).tasks() + lot.tasks(), lot.each()));
        }
        lots.removeIf(each -> each.tasks() == 0);
        changed.set(day, new Cell(cell.day(), List.copyOf(lots), cell.capacity(), cell.away()));
        return new PersonLoad(person, List.copyOf(changed), later);
    }
}
