package org.redress.architecture.planted.house.kitchen;

import org.redress.architecture.planted.house.cellar.Wine;

class Cook {

    Wine takes;
}
