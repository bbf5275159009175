package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.customer.CustomerData;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;

/** People find cases by Chinese and English words, digits of a phone, an account, a case number. */
class CaseSearchTest {

    private static final CaseSearch SEARCH = ComplaintKit.bean(CaseSearch.class);
    private static String leak = "";
    private static String bill = "";

    @BeforeAll
    static void twoCases() {
        ComplaintKit.who = ComplaintKit.specialist();
        var intake = ComplaintKit.bean(ComplaintIntake.class);
        leak = intake.capture(CaptureComplaint.by(Channel.HOTLINE).summary("厨房漏气严重").words("闻到气味，要求马上检修")
                .customer(new CustomerData("SZ-20260017", "欧阳小敏", "0755-8866 4321", null, null, null)).build()).number();
        bill = intake.capture(CaptureComplaint.by(Channel.O12345).outsideNumber("SZ12345-77").summary("Customer's meter readings doubled")
                .words("The bills are wrong since March").customer(new CustomerData(null, "Zhang Wei", "+86 13912345678", null, null, null))
                .build()).number();
        for (int i = 0; i < 5; i++) {
            ComplaintKit.capture("分页试验");
        }
    }

    @BeforeEach
    void asSpecialist() {
        ComplaintKit.who = ComplaintKit.specialist();
    }

    @ParameterizedTest
    @CsvSource({"漏气,leak", "气,leak", "漏,leak", "厨房漏气,leak", "马上检修,leak", "欧阳,leak", "欧阳小敏,leak", "漏气 检修,leak", "4321,leak", "88664321,leak",
            "8866 4321,leak", "075588664321,leak", "0755-8866 4321,leak", "SZ-20260017,leak", "sz-2026,leak", "漏水,none", "气漏,none", "9321,none",
            "meter,bill", "METERS,bill", "reading,bill", "readings,bill", "customer,bill", "bill march,bill", "zhang,bill", "5678,bill", "13912345678,bill", "+86 13912345678,bill",
            "SZ12345-77,bill", "cat,none"})
    void finds(String query, String wanted) {
        Set<String> found = new HashSet<>(numbers(query));
        assertThat(found.contains(leak)).as(query).isEqualTo("leak".equals(wanted));
        assertThat(found.contains(bill)).as(query).isEqualTo("bill".equals(wanted));
    }

    @Test
    void findsByCaseNumberHoweverItIsTyped() {
        String digits = leak.substring(8);
        for (String typed : List.of(leak, leak.toLowerCase(java.util.Locale.ROOT), leak.replace("-", ""), digits)) {
            assertThat(numbers(typed)).as(typed).contains(leak);
        }
        assertThat(numbers(leak)).containsExactly(leak);
        assertThat(numbers(String.valueOf(Integer.parseInt(digits)))).contains(leak);
    }

    @Test
    void aQueryWithoutWordsFindsNothingAndBreaksNothing() {
        for (String query : List.of("？！", "'", "\\", "a & | ! ( ) : *", "it's", "';drop table complaint")) {
            assertThat(numbers(query)).as(query).doesNotContain(leak, bill);
        }
    }

    @Test
    void pagesByKeyInOneStatementEach() {
        Set<String> seen = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            ComplaintKit.STATEMENTS.clear();
            Slice<CaseListRow> page = SEARCH.list(filter("分页"), Cursor.decode(cursor), 2);
            assertThat(ComplaintKit.STATEMENTS).hasSize(1);
            page.items().forEach(row -> assertThat(seen.add(row.number())).isTrue());
            cursor = page.next();
            pages++;
        } while (cursor != null);
        assertThat(seen).hasSize(5);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aPlaceInAnotherListIsRefused() {
        assertThatThrownBy(() -> SEARCH.list(filter(""), new Cursor(ComplaintKit.now(), "WO-1"), 2))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    private static List<String> numbers(String query) {
        return SEARCH.list(filter(query), null, 200).items().stream().map(CaseListRow::number).toList();
    }

    private static CaseFilter filter(String query) {
        return new CaseFilter(query, Set.of(), null, null, null, false, null, null);
    }
}
