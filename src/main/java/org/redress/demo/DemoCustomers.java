package org.redress.demo;

import java.util.ArrayList;
import java.util.List;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.redress.customer.Segment;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Forty customers. No telephone number begins like theirs (0 after the area code, or 555-01 in America), so nobody real is called. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoCustomers {

    private static final List<String> NAMES = List.of("张伟", "王芳", "李娜", "刘洋", "陈杰", "杨敏", "赵静", "黄磊", "周艳", "吴涛",
            "徐丽", "孙鹏", "胡军", "朱红", "高峰", "林琳", "何勇", "郭霞", "马超", "罗玲", "梁斌", "宋佳", "郑凯", "谢婷", "韩冰",
            "唐亮", "冯雪", "于波", "董洁", "萧然", "程浩", "曹颖", "袁野", "Emma Clarke", "James Osei", "Maria Santos", "Tom Becker",
            "龙城花园酒店", "南湾中心小学", "城东热力站");
    private static final List<String> NORTH = List.of("北环路", "翠竹街", "中心城路", "龙翔大道");
    private static final List<String> SOUTH = List.of("南湾路", "海棠街", "布吉路", "滨河大道");
    private static final int FIRST_COMPANY = 37;

    private final Customers customers;

    DemoCustomers(Customers customers) {
        this.customers = customers;
    }

    void load() {
        all().forEach(customers::register);
    }

    static List<CustomerData> all() {
        var all = new ArrayList<CustomerData>();
        for (int i = 0; i < NAMES.size(); i++) {
            boolean north = i % 2 == 0;
            var street = (north ? NORTH : SOUTH).get(i / 2 % 4);
            boolean foreign = NAMES.get(i).charAt(0) < 128;
            var phone = foreign ? "+1 202-555-%04d".formatted(100 + i) : "0755-0100 %04d".formatted(1000 + i);
            all.add(new CustomerData("%08d".formatted(60010001 + i), NAMES.get(i), phone, segment(i),
                    "%s %d 号 %d 栋 %d".formatted(street, 8 + i * 3, 1 + i % 6, 101 + i % 9 * 100), north ? "north" : "south"));
        }
        return all;
    }

    private static Segment segment(int i) {
        if (i >= FIRST_COMPANY) {
            return Segment.KEY_COMMERCIAL;
        }
        return switch (i % 12) {
            case 4 -> Segment.VIP;
            case 7 -> Segment.LOW_INCOME;
            case 10 -> Segment.VULNERABLE;
            default -> Segment.ORDINARY;
        };
    }
}
