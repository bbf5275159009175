package org.redress.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;

/** Found by account, else by phone and name; what nobody says again is kept. */
class CustomersTest extends RedressTest {

    @Autowired
    private Customers customers;

    @Test
    void theAccountIsTheSameCustomerAgain() {
        var first = customers.register(new CustomerData("C-1", "测试客户", "0755-0100 9001", Segment.VIP, "北环路 1 号", "north"));
        var again = customers.update(new CustomerData("C-1", null, null, null, null, "south"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again).returns("测试客户", Customer::name).returns("0755-0100 9001", Customer::phone).returns(Segment.VIP, Customer::segment)
                .returns("south", Customer::area).returns("北环路 1 号", Customer::address);
        assertThat(customers.byAccount("C-1")).contains(again);
        assertThat(customers.find(again.id())).contains(again);
    }

    @Test
    void whatIsSaidOnThePhoneFillsOnlyGaps() {
        customers.update(new CustomerData("C-5", "邻居", "0755-0100 9005", Segment.VIP, null, "north"));
        var heardWrong = customers.register(new CustomerData("C-5", "别人", "0755-0100 9006", Segment.ORDINARY, "北环路 5 号", "south"));
        assertThat(heardWrong).returns("邻居", Customer::name).returns("0755-0100 9005", Customer::phone).returns(Segment.VIP, Customer::segment)
                .returns("north", Customer::area).returns("北环路 5 号", Customer::address);
        customers.register(new CustomerData("C-6", null, null, null, null, null));
        assertThat(customers.register(new CustomerData("C-6", "有名字了", null, null, null, null)).name()).isEqualTo("有名字了");
    }

    @Test
    void withoutAnAccountPhoneAndNameTell() {
        var first = customers.register(new CustomerData(null, "无户号", "0755 0100-9002", null, null, null));
        var again = customers.update(new CustomerData(null, "无户号", "075501009002", Segment.LOW_INCOME, null, null));
        var other = customers.register(new CustomerData(null, "同住人", "075501009002", null, null, null));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.segment()).isEqualTo(Segment.LOW_INCOME);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(customers.register(new CustomerData(null, null, "0755 0100 9002", null, null, null)).id()).isEqualTo(first.id());
    }

    @Test
    void whoGivesNoNameIsListedByWhatIsKnown() {
        assertThat(customers.register(new CustomerData(null, null, "0755-0100 9003", null, null, null)).name()).isEqualTo("0755-0100 9003");
        assertThat(customers.register(new CustomerData("C-3", " ", null, null, null, null)).name()).isEqualTo("C-3");
        assertThat(customers.register(new CustomerData(null, "只有姓名", null, null, null, null)).phone()).isNull();
    }

    @Test
    void aPhoneThatIsNoneIsRefusedWithItsField() {
        assertThatThrownBy(() -> customers.register(new CustomerData("C-4", "某人", "call me", null, null, null)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.fields()).extracting("field").containsExactly("customer.phone");
                });
        assertThatThrownBy(() -> customers.register(new CustomerData(null, null, null, null, "somewhere", null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
        assertThat(customers.byAccount("C-4")).isEmpty();
    }

    @Test
    void searchTakesTheBeginningOfAccountPhoneOrName() {
        assertThat(customers.startingWith("60010001", 5)).extracting(Customer::name).containsExactly("张伟");
        assertThat(customers.startingWith("张伟", 5)).hasSize(1);
        assertThat(customers.startingWith("0755-0100 1000", 5)).extracting(Customer::name).containsExactly("张伟");
        assertThat(customers.startingWith("0755", 3)).hasSize(3);
        assertThat(customers.startingWith("6", 5)).as("too short").isEmpty();
        assertThat(customers.startingWith("%%", 5)).as("no wildcard").isEmpty();
    }
}
