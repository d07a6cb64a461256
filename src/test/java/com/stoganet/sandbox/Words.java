package com.stoganet.sandbox;

import java.util.List;
import java.util.random.RandomGenerator;

/** Words, and parts that make thousands of invented names of places and people. */
final class Words {
  static final List<String> ADJECTIVES =
      list(
          """
          Amber Ancient Ashen Autumn Barren Bitter Blind Borrowed Brazen Brittle Broken Burning
          Careless Cobalt Cold Copper Counterfeit Crimson Crooked Cruel Curious Dappled Deaf Decent
          Distant Dreadful Drifting Drowned Dusty Eager Early Electric Emerald Empty Endless Faded
          Faithless Fallen False Famous Feral Final First Flooded Foreign Forgotten Forlorn Fragile
          Frozen Gentle Gilded Glass Golden Grateful Grey Guilty Halting Hasty Haunted Heavy Hidden
          Hollow Honest Hungry Idle Imaginary Impossible Indigo Innocent Iron Ivory Jagged Jealous
          Kindly Last Late Lazy Liquid Little Lonely Long Lost Loud Lucky Lunar Marble Meek Mended
          Midnight Mild Missing Modest Naked Narrow Nameless Northern Obedient Opal Orphaned Painted
          Pale Paper Patient Perfect Petty Plain Polite Private Proud Quick Quiet Ragged Reluctant
          Restless Rough Royal Rusted Sacred Salted Scarlet Secret Shallow Sharp Shy Silent Silver
          Simple Sleepless Slow Small Solemn Sombre Southern Stolen Stubborn Sudden Sunken Tangled
          Tender Thirsty Tin Timid Twisted Unspoken Upright Velvet Violet Vivid Wandering Weary
          Western Whispering Wicked Wild Winter Wistful Wooden Wounded Yellow Young
          """);

  static final List<String> NOUNS =
      list(
          """
          Abbot Acrobat Admiral Almanac Anchor Anvil Apprentice Aqueduct Archive Arrow Atlas Auction
          Axle Baker Balloon Bandit Barge Barometer Basket Beacon Bell Bicycle Binder Bishop Bonfire
          Bottle Bridge Brother Bucket Bureau Butcher Cabin Cable Calendar Candle Canyon Captain
          Caravan Carpenter Castle Causeway Cellar Chapel Chimney Chorus Circus Clerk Clockmaker
          Coach Colony Comet Compass Conductor Cook Corridor Courier Cousin Cradle Crane Creditor
          Crossing Crown Curtain Dancer Daughter Debt Delta Dentist Desert Diver Doctor Donkey Door
          Dragonfly Drummer Duchess Echo Eclipse Editor Elevator Ember Embassy Engine Envelope
          Estuary Exile Factory Falcon Farewell Farmer Fathom Feather Ferry Festival Fiddler Fields
          Flag Flood Forest Forger Fortune Fountain Fox Garden Gardener General Ghost Glacier Glove
          Grammar Granary Gravedigger Guest Guitar Gull Hammer Handshake Harbour Harvest Hedge Heir
          Heron Horizon Hospital Hotel Hound Hourglass Hunter Hymn Iceberg Inheritance Innkeeper
          Island Jester Journal Judge Juggler Kettle Keyhole Kite Kitchen Ladder Lagoon Lamplighter
          Landlord Lantern Lawyer Ledger Letter Library Lighthouse Lion Locksmith Locomotive Lodger
          Lullaby Machine Magpie Mapmaker Marathon Market Mask Meadow Mechanic Merchant Messenger
          Meteor Miller Miner Mirror Monsoon Moon Mosaic Mountain Museum Mutiny Navigator Needle
          Neighbour Nephew Notebook Nurse Oath Observatory Ocean Opera Orchard Orchestra Organist
          Otter Outpost Owl Pageant Palace Parade Passenger Pastor Pawnshop Pendulum Pharmacist
          Pianist Pilgrim Pilot Pirate Plateau Poet Postman Potter Prairie Printer Prisoner Promise
          Prophet Puppet Quarry Queen Quilt Railway Rain Raven Receipt Recipe Referee Refuge Regent
          Reunion Riddle River Robber Rocket Rope Rumour Saddle Sailor Sawmill Scarecrow School
          Sculptor Season Secretary Sermon Shadow Shepherd Ship Shoemaker Signal Sister Smuggler
          Snowfall Soldier Sparrow Spy Stable Station Steeple Storm Stranger Street Submarine Suitcase
          Surgeon Swimmer Tailor Tavern Teacher Telescope Thief Thunder Ticket Tide Tollgate Tower
          Traitor Trapeze Treasure Tribunal Tunnel Twin Typist Umbrella Uncle Valley Verdict Viaduct
          Vigil Village Violin Visitor Volcano Voyage Waiter Waltz Warden Watchman Waterfall Wedding
          Weaver Well Whale Wheel Widow Willow Window Witness Wolf Workshop Wreck Yard Zeppelin
          """);

  private static final List<String> PLACE_STARTS =
      list(
          """
          Alder Ander Arken Aus Bal Bel Berg Bran Bren Cal Car Corr Dal Dorn Dun Eber Elm Esk Fal Fen
          Fjell Gar Glen Gold Grim Hal Hart Hest Holm Ish Jor Kal Kel Kirr Lan Lind Lor Mal Mar Møl
          Mor Nar Ner Nord Oak Orr Öster Pell Quar Ram Rav Roth Sal Sel Skar Stav Sund Tal Tor Tur
          Ulv Val Var Vél Vin Wal Wes Yar Zel Zur
          """);

  private static final List<String> PLACE_ENDS =
      list(
          """
          a aby ack amere ano ath beck berg born brook bury by dale den don ek en ery esk eth ey feld
          ford gate ham haven hurst ia in ingen ir ix keld ley lund mark mere mond moor more mouth na
          ness ora os ow para quay ria rock sea stad stead stow thorpe to ton um vale via vik ward
          water well wick wyn yard ön
          """);

  private static final List<String> GIVEN =
      list(
          """
          Ada Adil Agnes Aiko Alba Amir Anders Anouk Arlo Asta Aylin Bea Bela Bram Bruno Cato Celia
          Chidi Clara Cosmo Dagny Dario Delia Devi Dina Edda Eero Elio Elsa Emre Enzo Esme Fadil Farah
          Felix Fenna Finn Flora Gaspar Greta Gus Hana Hedda Hugo Ida Igor Ilse Imre Ines Ivo Jamila
          Jens Joao Jonas Juno Kaito Karim Kasia Katya Lars Leila Leo Lila Linh Lorna Luca Mads Maeve
          Malik Mara Marek Mei Milo Mira Nadia Nasim Nils Noor Oda Olga Omar Orla Otto Paola Pavel
          Petra Pia Priya Quinn Rafi Ravi Rhea Romy Rosa Ruben Saga Samir Selma Sigrid Sofie Soren
          Tariq Tess Tilda Timo Toma Uma Urs Vera Viggo Vito Wanda Willem Xenia Yara Yusuf Zoë Zora
          """);

  private static final List<String> FAMILY_STARTS =
      list(
          """
          Abel Acker Ade Alm Amb Andra Ar Bak Bar Beck Berg Bjor Bor Brandt Bu Cas Cher Col Cor Da Del
          Dra Du Eck El Em Fab Far Fer Fisch Gal Gar Gol Grün Ha Hed Hol Hor Il Is Ja Kal Kar Kovac Ku
          Lam Lar Lind Lo Ma Mar Mel Mo Nak Nor O Ol Oster Pal Par Pet Po Quist Ra Ros Sa Sal San Schwarz
          Sil Sor Ta Tor Tsu Va Ver Vi Wal Wei Yama Za Zim
          """);

  private static final List<String> FAMILY_ENDS =
      list(
          """
          ak ala ani ante ari bach berg bo by chi dal dano den din do eira ek elli enko ero esi eva
          feld gard gren gupta hara haus holm i ić ida in ing ini ko kova la lund mann mark mira moto
          mura nen nescu ni o off oka oni os ov qvist raj ro rup sen ska son stad stein stra strom ta
          tani va vela vera wala well wicz wood ya yan zadeh
          """);

  private Words() {}

  static String place(RandomGenerator random) {
    return pick(PLACE_STARTS, random) + pick(PLACE_ENDS, random);
  }

  static String person(RandomGenerator random) {
    return pick(GIVEN, random) + " " + pick(FAMILY_STARTS, random) + pick(FAMILY_ENDS, random);
  }

  static String pick(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> list(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
