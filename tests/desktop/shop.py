"""A shop in a file, filled and read through sediactl, and one known delivery for it."""

import csv
import json
import os
import subprocess

from desk import Failure, same

SUPPLIER = 'Koperasi Kopi Lereng'

# SKU: name, barcode. All of them are out of stock.
PRODUCTS = {
    'KP-01': ('Kopi Robusta 1 kg', '8991000000011'),
    'KP-02': ('Kopi Arabika 250 g', '8991000000028'),
    'TH-01': ('Teh Melati', '8991000000035'),
    'TH-02': ('Teh Hijau', '8991000000042'),
    'GL-01': ('Gula Aren', '8991000000059'),
    'GL-02': ('Gula Semut', '8991000000066'),
    'MD-01': ('Madu Hutan', '8991000000073'),
    'SR-01': ('Sirup Markisa', '8991000000080'),
    'KR-01': ('Keripik Singkong', '8991000000097'),
    'KR-02': ('Keripik Tempe', '8991000000103'),
    'SB-01': ('Sambal Bajak', '8991000000110'),
    'SB-02': ('Sambal Matah', '8991000000127'),
    'KC-01': ('Kecap Manis', '8991000000134'),
    'MN-01': ('Minyak Kelapa', '8991000000141'),
}

# The customer and what they wait for: SKU, quantity, and "first" or a need-by day.
ORDERS = [
    ('Siti Rahma', [('KP-01', 2), ('TH-01', 3)]),
    ('Budi Santoso', [('KP-01', 5)]),
    ('Ayu Lestari', [('KP-02', 1), ('GL-01', 4)]),
    ('Warung Bu Tini', [('KP-01', 10), ('KP-02', 6), ('SB-01', 2)]),
    ('Dewi Anggraini', [('TH-01', 2, '2030-01-15')]),
    ('Siti Rahma', [('GL-02', 1)]),
    ('Joko Widodo', [('MD-01', 2)]),
    ('Kafe Senja', [('KP-02', 8, 'first'), ('SR-01', 3)]),
    ('Rina Wulandari', [('KR-01', 6)]),
    ('Budi Santoso', [('KR-02', 2), ('KR-01', 2)]),
    ('Agus Salim', [('SB-01', 4)]),
    ('Ayu Lestari', [('MD-01', 1, '2030-02-01')]),
    ('Warung Bu Tini', [('TH-02', 12)]),
    ('Kafe Senja', [('TH-02', 5, '2030-01-10')]),
    ('Rina Wulandari', [('SB-02', 1)]),
    ('Maya Putri', [('KP-01', 1)]),
    ('Joko Widodo', [('GL-01', 2, 'first')]),
    ('Dewi Anggraini', [('KC-01', 3)]),
    ('Agus Salim', [('KC-01', 2), ('MN-01', 1)]),
    ('Maya Putri', [('SR-01', 2)]),
]

# What the supplier brings. It does not reach for everybody, and some of it nobody waits for.
DELIVERY = [
    ('KP-01', 9), ('KP-02', 10), ('TH-01', 4), ('TH-02', 10), ('GL-01', 6), ('GL-02', 3),
    ('MD-01', 2), ('SR-01', 5), ('KR-01', 7), ('KR-02', 1), ('SB-01', 3), ('SB-02', 2),
]


def waiting_lines():
    """Every waiting line of the scenario: (order, line, customer, SKU, quantity, mark)."""
    return [(order, line, customer, wish[0], wish[1], wish[2] if len(wish) > 2 else '')
            for order, (customer, wishes) in enumerate(ORDERS, 1)
            for line, wish in enumerate(wishes, 1)]


def who_gets_what(delivery):
    """The rule of the queue, written down a second time: {(order, line): quantity}."""
    gets = {}

    def turn(waiting):
        order, line, _, _, _, mark = waiting
        return (mark != 'first', mark if mark[:1].isdigit() else '9', order, line)

    for sku, left in delivery:
        for waiting in sorted((one for one in waiting_lines() if one[3] == sku), key=turn):
            given = min(left, waiting[4])
            if given > 0:
                gets[waiting[:2]] = given
                left -= given
    return gets


def served_numbers(delivery):
    """What a delivery comes to: lines, orders, customers."""
    gets = who_gets_what(delivery)
    return (len(gets), len({order for order, _ in gets}),
            len({ORDERS[order - 1][0] for order, _ in gets}))


class Shop:
    """One file."""

    def __init__(self, path):
        self.path = path

    def run(self, *arguments, status=0):
        """What sediactl prints. Another exit status than expected fails the test."""
        answer = subprocess.run([os.environ['SEDIACTL'], '--database', self.path,
                                 *map(str, arguments)],
                                capture_output=True, text=True, check=False, timeout=120)
        if answer.returncode != status:
            raise Failure(f'sediactl {" ".join(map(str, arguments))}: status {answer.returncode}\n'
                          f'{answer.stdout}{answer.stderr}')
        return answer.stdout

    def ask(self, *arguments):
        return json.loads(self.run('--json', *arguments))

    def bring(self, kind, head, rows):
        """Imports these rows: one start of the program instead of one for each."""
        path = f'{self.path}.{kind}.csv'
        with open(path, 'w', encoding='utf-8', newline='') as stream:
            csv.writer(stream).writerows([head, *rows])
        self.run('import', kind, path)

    def fill(self):
        """The scenario: everything is out of stock and everybody waits."""
        self.run('supplier', 'add', SUPPLIER)
        self.bring('products', ('sku', 'name', 'barcode'),
                   [(sku, *words) for sku, words in PRODUCTS.items()])
        self.bring('customers', ('name',),
                   [(customer,) for customer in dict.fromkeys(customer for customer, _ in ORDERS)])
        for number, (customer, wishes) in enumerate(ORDERS, 1):
            words = ['--customer', customer]
            for sku, quantity, *mark in wishes:
                end = f',need-by={mark[0]}' if mark and mark[0] != 'first' else ',first'
                words += ['--line', f'{sku}={quantity}' + (end if mark else '')]
            same(self.ask('order', 'add', *words)['order'], number, 'the number of an order')

    # ---- what stands in the file

    def waiting(self):
        """{(order, line): (reserved, waiting)} of all open lines that have not all they need."""
        return {(row['order'], row['line']): (row['reserved'], row['waiting'])
                for row in self.ask('queue', 'list')}

    def balances(self):
        return {row['sku']: (row['on_hand'], row['reserved'], row['waiting'])
                for row in self.ask('stock', 'list')}

    def orders(self):
        """Every line as its order tells it, for comparing before and after."""
        def line(row):
            return {key: row[key] for key in ('line', 'sku', 'ordered', 'delivered', 'cancelled',
                                              'open', 'reserved', 'waiting', 'held')}
        return {number: [line(row) for row in self.ask('order', 'show', number)['lines']]
                for number in range(1, len(ORDERS) + 1)}

    def check(self):
        answer = self.ask('check')
        if not answer['ok']:
            raise Failure('sediactl check: ' + '; '.join(map(str, answer['problems'])))
