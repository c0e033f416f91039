/* Headers in English and Indonesian, and those of WooCommerce, Shopify, PrestaShop, thirty bees,
 * Odoo and Northwind. Most preferred first: a PrestaShop file has both "Price tax excl." and "Unit
 * price" (per litre, mostly empty), and only the first is what the shop sells at.
 */
#include "config.h"

#include "sedia-columns-words.h"

#define PRODUCTS SEDIA_KIND (PRODUCTS)
#define CUSTOMERS SEDIA_KIND (CUSTOMERS)
#define SUPPLIERS SEDIA_KIND (SUPPLIERS)
#define ORDERS SEDIA_KIND (ORDERS)
#define LINES SEDIA_KIND (ORDER_LINES)
#define SALES SEDIA_KIND (SALES)
#define PURCHASES SEDIA_KIND (PURCHASES)
#define PEOPLE (CUSTOMERS | SUPPLIERS)
#define HAS_LINES (ORDERS | LINES | SALES | PURCHASES)
#define ALL (PRODUCTS | PEOPLE | HAS_LINES)

const SediaColumnWords sedia_column_words[] = {
  /* products */
  { SEDIA_FIELD_SKU, PRODUCTS,
    "sku variantsku itemsku productsku kodesku kodebarang kodeproduk kode defaultcode "
    "internalreference reference productcode itemcode stockcode articlecode articlenumber "
    "articleno itemno itemnumber productno productnumber partnumber partno plu code ref" },
  { SEDIA_FIELD_SKU, PRODUCTS, "productid itemid idbarang idproduk id" },
  { SEDIA_FIELD_NAME, PRODUCTS,
    "name productname itemname namabarang namaproduk namaitem nama title producttitle "
    "barang produk item product description deskripsi uraian" },
  { SEDIA_FIELD_BARCODE, PRODUCTS,
    "barcode variantbarcode ean13 ean gtin gtinupceanorisbn globaluniqueid upc isbn "
    "kodebatang barkode kodebarcode" },
  { SEDIA_FIELD_UNIT, PRODUCTS, "unit satuan uom unitofmeasure uomname uomid uomidname sat" },
  { SEDIA_FIELD_DECIMALS, PRODUCTS, "decimals decimalplaces desimal" },
  { SEDIA_FIELD_PACK, PRODUCTS,
    "pack packsize unitsperpack qtyperpack casesize caseqty isi isiperdus isiperpak "
    "isiperpack isiperkarton isidus isikarton isikemasan" },
  { SEDIA_FIELD_CATEGORY, PRODUCTS, "type", "handle" },
  { SEDIA_FIELD_CATEGORY, PRODUCTS,
    "category categories categoryname productcategory categid categidname kategori "
    "golongan kelompok jenis department categoryid" },
  { SEDIA_FIELD_PRICE, PRODUCTS,
    "price variantprice regularprice sellingprice listprice lstprice salesprice "
    "retailprice hargajual hargaeceran pricetaxexcludedorpricetaxincluded "
    "pricetaxexcluded pricetaxexcl pricetaxincluded pricetaxincl unitprice harga "
    "hargasatuan saleprice" },
  { SEDIA_FIELD_COST, PRODUCTS,
    "cost costprice costperitem unitcost standardprice wholesaleprice purchaseprice "
    "buyingprice hargabeli hargamodal modal hpp hargapokok" },
  { SEDIA_FIELD_SUPPLIER, PRODUCTS,
    "supplier suppliername suppliercode vendor vendorname vendors pemasok namapemasok "
    "distributor sellerids sellerpartner supplierid vendorid" },
  { SEDIA_FIELD_ON_HAND, PRODUCTS,
    "onhand quantityonhand qtyonhand stockonhand onhandqty qtyavailable unitsinstock "
    "variantinventoryqty inventoryquantity stock stok jumlahstok stokakhir sisastok "
    "stoktersedia stokbarang currentstock stocklevel stockquantity quantity qty available "
    "sisa jumlah saldo saldoakhir inventory" },
  { SEDIA_FIELD_MINIMUM, PRODUCTS,
    "minimum minstock minimumstock stockminimum minstok stokmin stokminimum stokminimal "
    "minimumstok reorderlevel reorderpoint reorderingminqty lowstockamount "
    "lowstockthreshold lowstocklevel batasminimum min" },
  { SEDIA_FIELD_MAXIMUM, PRODUCTS,
    "maximum maxstock maximumstock stockmaximum maxstok stokmaks stokmaksimum "
    "stokmaksimal maksimum reorderingmaxqty targetstock maks max" },
  { SEDIA_FIELD_MOQ, PRODUCTS,
    "moq minimumorder minimumorderquantity minimumorderqty minorder minorderqty "
    "minimalorder minimalpesan minimumpesanan" },
  { SEDIA_FIELD_BACKORDER, PRODUCTS,
    "backorder backorders backordersallowed allowbackorders allowbackorder "
    "variantinventorypolicy outofstock bolehtunggu bolehindent indent" },
  { SEDIA_FIELD_ARCHIVED, PRODUCTS,
    "archived discontinued isdiscontinued arsip diarsipkan dihentikan" },
  { SEDIA_FIELD_ARCHIVED, PEOPLE, "archived arsip diarsipkan" },
  { SEDIA_FIELD_ACTIVE, PRODUCTS | PEOPLE, "active isactive aktif enabled" },
  { SEDIA_FIELD_ACTIVE, PRODUCTS, "status", "handle" },
  { SEDIA_FIELD_ID, PRODUCTS, "id productid variantid databaseid" },
  { SEDIA_FIELD_HANDLE, PRODUCTS, "handle" },
  { SEDIA_FIELD_HANDLE, PRODUCTS, "parent", "attribute1values" },
  { SEDIA_FIELD_OPTION1, PRODUCTS, "option1 option1value attribute1values options varian" },
  { SEDIA_FIELD_OPTION2, PRODUCTS, "option2 option2value attribute2values" },
  { SEDIA_FIELD_OPTION3, PRODUCTS, "option3 option3value attribute3values" },

  /* customers and suppliers; an address book's "id" is the address's, not the person's */
  { SEDIA_FIELD_CODE, CUSTOMERS,
    "code customercode kodepelanggan kode customerid customerno customernumber "
    "idpelanggan nopelanggan memberid membernumber nomember ref reference" },
  { SEDIA_FIELD_CODE, SUPPLIERS,
    "code suppliercode vendorcode kodepemasok kodesupplier kode supplierid vendorid "
    "idpemasok manufacturerid ref reference" },
  { SEDIA_FIELD_CODE, PEOPLE, "id", "!alias" },
  { SEDIA_FIELD_NAME, CUSTOMERS,
    "name customername fullname namapelanggan namalengkap nama displayname companyname "
    "company pelanggan customer contactname" },
  { SEDIA_FIELD_NAME, SUPPLIERS,
    "name suppliername vendorname namapemasok namasupplier nama displayname companyname "
    "company pemasok supplier vendor distributor contactname" },
  { SEDIA_FIELD_FIRST_NAME, CUSTOMERS, "firstname givenname namadepan billingfirstname" },
  { SEDIA_FIELD_LAST_NAME, CUSTOMERS, "lastname surname familyname namabelakang billinglastname" },
  { SEDIA_FIELD_PHONE, PEOPLE,
    "phone phonenumber phoneno telephone tel telepon telp notelepon notelp nomortelepon "
    "nohp nomorhp hp handphone nohandphone nohpwa mobile mobilephone mobileno cellphone "
    "whatsapp nowhatsapp wa nowa nomorwa kontak billingphone defaultaddressphone" },
  { SEDIA_FIELD_EMAIL, PEOPLE,
    "email emailaddress customeremail surel alamatemail billingemail mail" },
  { SEDIA_FIELD_CHANNEL, CUSTOMERS, "channel preferredchannel contactby kanal saluran" },
  { SEDIA_FIELD_LANGUAGE, CUSTOMERS, "language lang locale bahasa" },
  { SEDIA_FIELD_LEAD_DAYS, SUPPLIERS,
    "leaddays leadtime leadtimedays deliveryleadtime deliverydays lamakirim "
    "lamapengiriman waktutunggu waktukirim delay" },
  { SEDIA_FIELD_NOTE, PRODUCTS, "note notes catatan" },
  { SEDIA_FIELD_NOTE, ALL & ~(PRODUCTS | LINES),
    "note notes comment comments customernote remark remarks memo catatan keterangan" },

  /* orders, sales and purchases */
  { SEDIA_FIELD_ORDER, PURCHASES,
    "purchaseorder purchaseorderno purchaseordernumber ponumber pono nopo nomorpo po "
    "supplyorderreference supplyorderid" },
  { SEDIA_FIELD_ORDER, HAS_LINES,
    "order ordernumber orderno orderid orderreference orderref nopesanan nomorpesanan "
    "kodepesanan noorder nomororder pesanan nonota nota nofaktur faktur invoiceno "
    "invoicenumber invoice invoiceid nomor number no" },
  { SEDIA_FIELD_ORDER, ORDERS | SALES, "name", "lineitemquantity" },
  { SEDIA_FIELD_ORDER, HAS_LINES, "id" },
  { SEDIA_FIELD_CUSTOMER, ORDERS | SALES,
    "customer customername namapelanggan pelanggan customerid customercode customerno "
    "kodepelanggan idpelanggan partnerid partner buyer pembeli namapembeli billingname "
    "shippingname nama customeremail email" },
  { SEDIA_FIELD_SUPPLIER, PURCHASES,
    "supplier suppliername vendor vendorname pemasok namapemasok distributor supplierid "
    "suppliercode vendorid kodepemasok partnerid" },
  { SEDIA_FIELD_PLACED, ORDERS | SALES | PURCHASES,
    "placed placedat orderdate dateorder datecreated createdat orderedat ordered "
    "invoicedate saledate date tanggalpesan tanggalpesanan tanggalorder tglpesan tglorder "
    "tanggaljual tanggalpenjualan tanggalnota tanggal tgl" },
  { SEDIA_FIELD_PLACED, SALES,
    "salesdate solddate soldat transactiondate tanggaltransaksi tgltransaksi tgljual "
    "tglpenjualan" },
  { SEDIA_FIELD_NEED_BY, ORDERS,
    "needby needbydate neededby requireddate requiredby duedate deadline commitmentdate "
    "dibutuhkan tanggaldibutuhkan tgldibutuhkan tanggalbutuh tglbutuh butuh" },
  { SEDIA_FIELD_SHIPPED, ORDERS,
    "shipped shippeddate shippedat dateshipped fulfilledat datedelivered dikirim "
    "tanggaldikirim tanggalkirim tglkirim tanggaldiambil" },
  { SEDIA_FIELD_DEPOSIT, ORDERS, "deposit downpayment uangmuka dp panjar tandajadi" },
  { SEDIA_FIELD_EXPECTED, PURCHASES,
    "expected expecteddate expectedat deliverydate arrivaldate eta dateplanned "
    "scheduleddate tanggaldatang tgldatang perkiraandatang perkiraantiba" },
  { SEDIA_FIELD_SKU, HAS_LINES,
    "sku lineitemsku productsku itemsku kodebarang kodeproduk kode productcode itemcode "
    "stockcode defaultcode internalreference productid itemid idbarang idproduk barcode "
    "product productname namabarang namaproduk barang produk item lineitemname" },
  { SEDIA_FIELD_QUANTITY, SALES,
    "quantitysold qtysold unitssold sold jumlahterjual qtyterjual terjual" },
  { SEDIA_FIELD_QUANTITY, HAS_LINES,
    "quantity qty lineitemquantity quantityordered orderedqty orderedquantity "
    "productuomqty quantityexpected jumlah jumlahpesan jumlahjual banyaknya banyak "
    "kuantitas" },
  { SEDIA_FIELD_DELIVERED, ORDERS | LINES,
    "delivered qtydelivered quantitydelivered deliveredqty deliveredquantity shippedqty "
    "quantityshipped terkirim diserahkan diambil sudahdiambil" },
  { SEDIA_FIELD_RECEIVED, PURCHASES,
    "received qtyreceived quantityreceived receivedqty diterima jumlahditerima" },
  { SEDIA_FIELD_PRICE, HAS_LINES,
    "price unitprice lineitemprice priceunit hargasatuan hargajual hargabeli harga "
    "unitcost cost" },
  { SEDIA_FIELD_BARCODE, ORDERS | LINES | SALES, "barcode ean13 ean gtin upc" }, /* beside an SKU */
  { SEDIA_FIELD_PHONE, ORDERS | SALES, "phone customerphone billingphone telepon telp nohp" },

  /* our own exports */
  { SEDIA_FIELD_BACKORDER_LIMIT, PRODUCTS, "backorderlimit" },
  { SEDIA_FIELD_BACKORDER_WAIT, PRODUCTS, "backorderwait" },
  { SEDIA_FIELD_BACKORDER_DEPOSIT, PRODUCTS, "backorderdeposit" },
  { SEDIA_FIELD_BACKORDER_WHY, PRODUCTS, "backorderwhy" },
  { SEDIA_FIELD_LEAST_VALUE, SUPPLIERS,
    "leastvalue minimumordervalue minordervalue minimalbelanja minimumbelanja" },
  { SEDIA_FIELD_ALLOW_NEGATIVE, PRODUCTS, "allownegative" },
  { SEDIA_FIELD_DO_NOT_CONTACT, CUSTOMERS, "donotcontact janganhubungi" },
  { SEDIA_FIELD_CANCELLED, ORDERS | LINES, "cancelled canceled dibatalkan" },
  { SEDIA_FIELD_FIRST, ORDERS | LINES, "first didahulukan" },
  { SEDIA_FIELD_ALL, ORDERS | LINES, "all" },
  { SEDIA_FIELD_ALL_OR_NOTHING, ORDERS, "allornothing" },
  { SEDIA_FIELD_HELD, ORDERS | LINES, "held ditahan" },
};

const guint sedia_n_column_words = G_N_ELEMENTS (sedia_column_words);
